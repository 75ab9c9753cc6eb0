package dev.morestack.apps.classes;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;
import java.io.InputStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.SynchronousQueue;

/**
 * An agent and a program at once: the program's class is redefined and retransformed while its
 * frames are on the stack. Arguments: a {@link Starter}, the depth, how often.
 */
public final class Redefined {

    private static Instrumentation instrumentation;
    private static byte[] classFile;
    private static int times;

    private Redefined() {}

    /** Called by the JVM. */
    public static void premain(String arguments, Instrumentation given) {
        instrumentation = given;
    }

    public static void main(String[] args) throws Exception {
        String file = Redefined.class.getName().replace('.', '/') + ".class";
        try (InputStream in = ClassLoader.getSystemResourceAsStream(file)) {
            classFile = in.readAllBytes();
        }
        int depth = Integer.parseInt(args[1]);
        times = Integer.parseInt(args[2]);
        Starter.valueOf(args[0]).run(() -> start(depth));
    }

    private static void start(int depth) {
        Result.print("sum", sum(depth));
        Result.print("again", sum(depth));
    }

    private static long sum(int n) {
        if (n == 0) {
            return change();
        }
        long below = sum(n - 1);
        if (n == 5_000) {
            change();
        }
        return n + below;
    }

    private static long change() {
        SynchronousQueue<String> done = new SynchronousQueue<>();
        try {
            for (int i = 0; i < times; i++) {
                Thread other = new Thread(() -> changeOnce(done));
                other.start();
                String outcome = done.take();
                if (!outcome.equals("done")) {
                    Result.print("failed", outcome);
                }
                // And once by itself.
                instrumentation.retransformClasses(Redefined.class);
            }
        } catch (Exception e) {
            Result.print("failed", e);
        }
        return 0;
    }

    private static void changeOnce(SynchronousQueue<String> done) {
        String outcome = "done";
        try {
            instrumentation.redefineClasses(new ClassDefinition(Redefined.class, classFile));
            instrumentation.retransformClasses(Redefined.class, java.util.ArrayList.class);
        } catch (Exception | LinkageError e) {
            outcome = e.toString();
        }
        try {
            done.put(outcome);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
