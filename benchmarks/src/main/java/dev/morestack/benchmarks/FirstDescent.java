package dev.morestack.benchmarks;

import dev.morestack.benchmarks.woven.DeepFrames;

/**
 * Descends once, right after the start of the JVM, and prints how long that took. Arguments: the
 * number of frames, and a stack size in bytes or 0 for the main thread.
 */
final class FirstDescent {

    private FirstDescent() {}

    public static void main(String[] arguments) throws InterruptedException {
        int frames = Integer.parseInt(arguments[0]);
        long stack = Long.parseLong(arguments[1]);
        if (stack == 0) {
            descend(frames);
            return;
        }
        Thread thread = new Thread(null, () -> descend(frames), "huge", stack);
        thread.start();
        thread.join();
    }

    private static void descend(int frames) {
        Work work = new DeepFrames();
        long start = System.nanoTime();
        long made = work.run(frames);
        long nanos = System.nanoTime() - start;
        System.out.println("frames " + made);
        System.out.println("nanos " + nanos);
    }
}
