package dev.morestack.apps.monitors;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;

/**
 * Enters one monitor again in every frame and waits on it at the bottom, for another thread that
 * must be kept out until then. Arguments: a {@link Starter}, the depth.
 */
public final class Reentered {

    private boolean waiting;
    private boolean notified;

    private Reentered() {}

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[1]);
        Starter.valueOf(args[0]).run(() -> start(depth));
    }

    private static void start(int depth) {
        Reentered monitor = new Reentered();
        Thread notifier = new Thread(monitor::answer, "notifier");
        notifier.start();
        Result.print("entries", monitor.enter(depth));
        Result.print("held-afterwards", Thread.holdsLock(monitor));
        try {
            notifier.join();
        } catch (InterruptedException e) {
            Result.print("interrupted", e);
        }
        Result.print("notifier", notifier.getState());
    }

    private synchronized int enter(int n) {
        if (n > 0) {
            return 1 + enter(n - 1);
        }
        waiting = true;
        notifyAll();
        try {
            while (!notified) {
                wait();
            }
        } catch (InterruptedException e) {
            Result.print("interrupted", e);
        }
        Result.print("held-at-the-bottom", Thread.holdsLock(this));
        return 1;
    }

    private synchronized void answer() {
        try {
            while (!waiting) {
                wait();
            }
        } catch (InterruptedException e) {
            Result.print("interrupted", e);
        }
        notified = true;
        notifyAll();
    }
}
