package dev.morestack.apps.threads;

import dev.morestack.apps.Result;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads whose {@code run()} calls that of the class above. Arguments: the depth. */
public final class SuperRun {

    private static final AtomicInteger OUTER = new AtomicInteger();
    private static final AtomicInteger MIDDLE = new AtomicInteger();
    private static final AtomicInteger TASK = new AtomicInteger();

    private SuperRun() {}

    public static void main(String[] args) throws InterruptedException {
        int depth = Integer.parseInt(args[0]);
        Runnable task =
                () -> {
                    TASK.incrementAndGet();
                    Result.print("sum", sum(depth));
                };
        for (Thread thread : new Thread[] {new Outer(task), new Middle(task), new Quiet(task)}) {
            thread.start();
            thread.join();
        }
        Result.print("outer", OUTER);
        Result.print("middle", MIDDLE);
        Result.print("task", TASK);
    }

    private static long sum(int n) {
        return n == 0 ? 0 : n + sum(n - 1);
    }

    private static class Middle extends Thread {
        Middle(Runnable task) {
            super(task);
        }

        @Override
        public void run() {
            MIDDLE.incrementAndGet();
            super.run();
        }
    }

    private static final class Outer extends Middle {
        Outer(Runnable task) {
            super(task);
        }

        @Override
        public void run() {
            OUTER.incrementAndGet();
            super.run();
        }
    }

    /** Has its {@code run()} from {@link Middle}. */
    private static final class Quiet extends Middle {
        Quiet(Runnable task) {
            super(task);
        }
    }
}
