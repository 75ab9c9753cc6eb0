package dev.morestack.benchmarks.programs;

import java.lang.reflect.Method;

/**
 * Runs the main method of a class and prints how long it took, without the start of the JVM.
 * Arguments: a stack size in bytes or 0 for the main thread, the class, its own arguments.
 */
public final class ProgramClock {

    private static final int FAILED = 1;

    private ProgramClock() {}

    public static void main(String[] arguments) throws Exception {
        long stack = Long.parseLong(arguments[0]);
        Method main = Class.forName(arguments[1]).getDeclaredMethod("main", String[].class);
        // The demo's classes are their package's own.
        main.setAccessible(true);
        String[] own = new String[arguments.length - 2];
        System.arraycopy(arguments, 2, own, 0, own.length);
        if (stack == 0) {
            run(main, own);
            return;
        }
        Thread thread = new Thread(null, () -> run(main, own), "huge", stack);
        thread.start();
        thread.join();
    }

    private static void run(Method main, String[] arguments) {
        long start = System.nanoTime();
        try {
            main.invoke(null, (Object) arguments);
        } catch (ReflectiveOperationException e) {
            e.printStackTrace();
            System.exit(FAILED);
        }
        System.out.println("nanos " + (System.nanoTime() - start));
    }
}
