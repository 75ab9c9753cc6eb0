package dev.morestack.apps.limits;

import dev.morestack.apps.Result;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets one virtual thread recurse while another waits for the only carrier.
 *
 * <p>Arguments: what the other waits for, the depth.
 */
public final class RunsBetween {

    /** What has made a thread wait for a carrier. */
    public enum Waits {
        STARTED,
        UNPARKED
    }

    private RunsBetween() {}

    public static void main(String[] args) throws InterruptedException {
        Waits waits = Waits.valueOf(args[0]);
        int depth = Integer.parseInt(args[1]);
        Thread first = Thread.ofVirtual().start(() -> recurse(waits, depth));
        first.join();
    }

    private static void recurse(Waits waits, int depth) {
        AtomicBoolean ran = new AtomicBoolean();
        AtomicBoolean may = new AtomicBoolean(waits == Waits.STARTED);
        Thread other =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    while (!may.get()) {
                                        LockSupport.park();
                                    }
                                    ran.set(true);
                                });
        if (waits == Waits.UNPARKED) {
            while (other.getState() != Thread.State.WAITING) {
                Thread.yield();
            }
            may.set(true);
            LockSupport.unpark(other);
        }
        Result.print("sum", descend(depth));
        Result.print("between", ran.get());
    }

    private static long descend(int n) {
        return n == 0 ? 0 : 1 + descend(n - 1);
    }
}
