package dev.morestack.apps.limits;

import dev.morestack.apps.Result;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets one virtual thread recurse while another waits for the only carrier.
 *
 * <p>Argument: the depth.
 */
public final class RunsBetween {

    private RunsBetween() {}

    public static void main(String[] args) throws InterruptedException {
        int depth = Integer.parseInt(args[0]);
        AtomicBoolean ran = new AtomicBoolean();
        Thread first =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    Thread.ofVirtual().start(() -> ran.set(true));
                                    Result.print("sum", descend(depth));
                                    Result.print("between", ran.get());
                                });
        first.join();
    }

    private static long descend(int n) {
        return n == 0 ? 0 : 1 + descend(n - 1);
    }
}
