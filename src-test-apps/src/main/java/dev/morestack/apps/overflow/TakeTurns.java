package dev.morestack.apps.overflow;

import dev.morestack.apps.Result;
import java.util.concurrent.CountDownLatch;

/**
 * Lets a thread that has been interrupted grow while another is deep, which comes up after a
 * moment.
 *
 * <p>Argument: the depth.
 */
public final class TakeTurns {

    private static final CountDownLatch BOTTOM = new CountDownLatch(1);

    private TakeTurns() {}

    public static void main(String[] args) throws InterruptedException {
        int depth = Integer.parseInt(args[0]);
        Thread first = new Thread(() -> Result.print("first", descend(depth, true)));
        first.start();
        BOTTOM.await();
        Thread second =
                new Thread(
                        () -> {
                            Thread.currentThread().interrupt();
                            Result.print("second", tryToDescend(depth));
                            Result.print("interrupted", Thread.interrupted());
                        });
        second.start();
        second.join();
        first.join();
    }

    private static String tryToDescend(int depth) {
        try {
            return Integer.toString(descend(depth, false));
        } catch (StackOverflowError e) {
            return "refused";
        }
    }

    private static int descend(int n, boolean wait) {
        if (n == 0) {
            return wait ? rest() : 0;
        }
        return 1 + descend(n - 1, wait);
    }

    private static int rest() {
        BOTTOM.countDown();
        try {
            Thread.sleep(1_500);
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
