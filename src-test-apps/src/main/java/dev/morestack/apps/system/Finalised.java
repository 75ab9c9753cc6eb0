package dev.morestack.apps.system;

import dev.morestack.apps.Result;
import java.util.concurrent.CountDownLatch;

/** Recurses in a finaliser, on the JVM's thread for these. Arguments: the depth. */
public final class Finalised {

    private static final CountDownLatch DONE = new CountDownLatch(1);
    private static int depth;

    private Finalised() {}

    public static void main(String[] args) throws InterruptedException {
        depth = Integer.parseInt(args[0]);
        new Dying();
        while (DONE.getCount() > 0) {
            System.gc();
            Thread.sleep(20);
        }
    }

    private static long sum(int n) {
        return n == 0 ? 0 : n + sum(n - 1);
    }

    private static final class Dying {
        @Override
        @SuppressWarnings({"deprecation", "removal"})
        protected void finalize() {
            try {
                Result.print("sum", sum(depth));
            } catch (StackOverflowError e) {
                Result.print("overflow", Thread.currentThread().getName());
            } finally {
                DONE.countDown();
            }
        }
    }
}
