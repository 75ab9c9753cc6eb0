package dev.morestack.apps.system;

import dev.morestack.apps.Result;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.CountDownLatch;

/**
 * Prints which continuation each thread of the JVM is in. Needs {@code java.lang} to be open.
 * Arguments: the depth to which it recurses before, to be sure that there is something to see.
 */
public final class Continuations {

    private static Field continuation;

    private Continuations() {}

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[0]);
        continuation = Thread.class.getDeclaredField("cont");
        continuation.setAccessible(true);
        Result.print("sum", sum(depth));
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        Thread own = new Thread(() -> rest(done, looked), "own");
        own.start();
        Thread virtual = Thread.ofVirtual().start(() -> lookAtCarrier(depth));
        virtual.join();
        done.await();
        for (Thread thread : all()) {
            print(thread.getName(), thread);
        }
        looked.countDown();
        own.join();
    }

    private static void rest(CountDownLatch done, CountDownLatch looked) {
        done.countDown();
        try {
            looked.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Including the threads of the JVM's own group. */
    private static Thread[] all() {
        ThreadGroup top = Thread.currentThread().getThreadGroup();
        while (top.getParent() != null) {
            top = top.getParent();
        }
        Thread[] some = new Thread[1000];
        int count = top.enumerate(some, true);
        return java.util.Arrays.copyOf(some, count);
    }

    private static void lookAtCarrier(int depth) {
        try {
            Result.print("virtual-sum", sum(depth));
            Method currentCarrier = Thread.class.getDeclaredMethod("currentCarrierThread");
            currentCarrier.setAccessible(true);
            Thread carrier = (Thread) currentCarrier.invoke(null);
            print("carrier", carrier);
            Object innermost = continuation.get(carrier);
            Field parent = innermost.getClass().getSuperclass().getDeclaredField("parent");
            parent.setAccessible(true);
            Result.print("carrier-parent", parent.get(innermost) == null ? "none" : "some");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void print(String name, Thread thread) throws IllegalAccessException {
        Object innermost = continuation.get(thread);
        String type = innermost == null ? "none" : innermost.getClass().getName();
        Result.print("continuation", name + ": " + type);
    }

    private static long sum(int n) {
        return n == 0 ? 0 : n + sum(n - 1);
    }
}
