package dev.morestack.runtime;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;

/**
 * Sleeping or waiting in the middle of a check. What it uses up is the program's, which gets it
 * back.
 */
final class Nap {

    private boolean interrupted;

    /** Sleeps; an interrupt ends that, and is kept. */
    void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            interrupted = true;
        }
    }

    /** Waits for a signal, of which the caller makes sure; a pending interrupt is kept. */
    @SuppressWarnings("WaitNotInLoop")
    void await(Condition condition, long nanos) {
        interrupted |= Thread.interrupted();
        try {
            long unused = condition.awaitNanos(nanos);
        } catch (InterruptedException e) {
            interrupted = true;
        }
    }

    /**
     * Gives back interrupts and a permit: sleeping and waiting may have consumed one that was meant
     * for the program, and one too many is allowed.
     */
    void end() {
        Thread self = Thread.currentThread();
        if (interrupted) {
            self.interrupt();
        }
        LockSupport.unpark(self);
    }
}
