package dev.morestack.apps.monitors;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Every frame holds a monitor of its own and a lock once more. Arguments: a {@link Starter}, the
 * depth.
 */
public final class ManyMonitors {

    private static final ReentrantLock LOCK = new ReentrantLock();

    private final Object[] monitors;

    private ManyMonitors(int depth) {
        monitors = new Object[depth];
        for (int i = 0; i < depth; i++) {
            monitors[i] = new Object();
        }
    }

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[1]);
        Starter.valueOf(args[0]).run(() -> new ManyMonitors(depth).start());
    }

    private void start() {
        descend(0);
        Result.print("held-afterwards", held());
        Result.print("holds-afterwards", LOCK.getHoldCount());
        Result.print("free-afterwards", enteredByAnother());
    }

    private void descend(int n) {
        if (n == monitors.length) {
            Result.print("held-at-the-bottom", held());
            Result.print("holds-at-the-bottom", LOCK.getHoldCount());
            return;
        }
        LOCK.lock();
        try {
            synchronized (monitors[n]) {
                descend(n + 1);
            }
        } finally {
            LOCK.unlock();
        }
    }

    private int held() {
        int held = 0;
        for (Object monitor : monitors) {
            held += Thread.holdsLock(monitor) ? 1 : 0;
        }
        return held;
    }

    private int enteredByAnother() {
        AtomicInteger entered = new AtomicInteger();
        Thread other =
                new Thread(
                        () -> {
                            for (Object monitor : monitors) {
                                synchronized (monitor) {
                                    entered.incrementAndGet();
                                }
                            }
                        });
        other.start();
        try {
            other.join(20_000);
        } catch (InterruptedException e) {
            Result.print("interrupted", e);
        }
        return entered.get();
    }
}
