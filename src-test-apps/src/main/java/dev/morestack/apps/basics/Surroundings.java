package dev.morestack.apps.basics;

import java.util.Map;
import java.util.TreeMap;

/** Prints what a program sees of the JVM that it runs in, as far as it is always the same. */
public final class Surroundings {

    private Surroundings() {}

    public static void main(String[] args) {
        Thread main = Thread.currentThread();
        System.out.println("thread " + main + " " + main.isDaemon());
        System.out.println("loader " + main.getContextClassLoader().getClass().getName());
        System.out.println("security " + Surroundings.class.getProtectionDomain().getCodeSource());
        System.out.println("threads " + threads());
        Map<Object, Object> properties = new TreeMap<>(System.getProperties());
        // Each process has a folder of its own.
        properties.remove("user.dir");
        System.out.println("properties " + properties);
        System.out.println("handler " + Thread.getDefaultUncaughtExceptionHandler());
    }

    private static Map<String, Integer> threads() {
        Map<String, Integer> names = new TreeMap<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getThreadGroup() == Thread.currentThread().getThreadGroup()) {
                names.merge(thread.getName(), 1, Integer::sum);
            }
        }
        return names;
    }
}
