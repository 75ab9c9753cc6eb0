package dev.morestack.runtime;

import java.lang.ref.WeakReference;
import jdk.internal.vm.Continuation;

/**
 * The bytes of frozen frames that all threads may have together.
 *
 * <p>A thread reserves more than it needs at once, so that it seldom comes here, and less the
 * fuller the budget is. What threads have reserved and do not need any more is taken back from all
 * of them when the budget is used up. A virtual thread does not tell when it ends, so its
 * continuation is held weakly.
 */
final class Budget {

    private static final long MOST = SlowPath.SETTINGS.budget();

    /** Share of the free bytes that a thread may reserve in advance. */
    private static final int SHARE_IN_ADVANCE = 16;

    private static final Object LOCK = new Object();

    /** Bytes reserved by all threads; guarded by {@link #LOCK}, as is all that follows. */
    private static long reservedByAll;

    /** The first of all shares of the budget. */
    private static Share first;

    /** A sweep takes at most one part in so many of the time. */
    private static final long REST = 16;

    /** When the last sweep ended, and the time it took, in ns. */
    private static long sweptAt = System.nanoTime() - 1_000_000_000L;

    private static long sweepTook;

    private Budget() {}

    /** Returns what all threads have reserved. */
    static long reserved() {
        synchronized (LOCK) {
            return reservedByAll;
        }
    }

    /** Tells whether there is room for so many bytes more. */
    static boolean hasRoom(long bytes) {
        synchronized (LOCK) {
            if (bytes > MOST - reservedByAll) {
                sweep(null);
            }
            return bytes <= MOST - reservedByAll;
        }
    }

    /**
     * One thread's part of the budget.
     *
     * <p>The thread grows it, any thread may shrink it to what is needed.
     */
    static final class Share {

        private final WeakReference<Continuation> continuation;
        private Share next;
        private Share previous;
        private boolean linked;

        /** Changed under the lock only. */
        private volatile long reserved;

        /** Bytes of frames on a big carrier, which are not among the segments. */
        private volatile long onCarrier;

        Share(Continuation continuation) {
            this.continuation = new WeakReference<>(continuation);
        }

        /** Returns the bytes up to which the thread need not ask again. */
        long reserved() {
            return reserved;
        }

        /** Notes how many bytes of frames are on a big carrier; they count as segments do. */
        void setOnCarrier(long bytes) {
            onCarrier = bytes;
        }

        /**
         * Reserves so many bytes, and some more where there is plenty.
         *
         * @param needed bytes that the thread has frozen or is about to freeze
         * @param inAdvance bytes beyond these that it would like to have
         * @return whether the needed bytes are reserved; if not, nothing has changed
         */
        boolean grow(long needed, long inAdvance) {
            synchronized (LOCK) {
                if (needed <= reserved) {
                    return true;
                }
                long free = MOST - reservedByAll;
                if (needed - reserved > free) {
                    sweep(this);
                    free = MOST - reservedByAll;
                }
                if (needed - reserved > free) {
                    return false;
                }
                set(needed + Math.min(inAdvance, free / SHARE_IN_ADVANCE));
                link();
                return true;
            }
        }

        /** The same, but waits for room as long as the option says. */
        boolean growLater(long needed, long inAdvance) {
            long patience = SlowPath.SETTINGS.patience();
            if (patience == 0) {
                return false;
            }
            long end = System.nanoTime() + patience * 1_000_000;
            Nap nap = new Nap();
            boolean grown = false;
            while (!grown && System.nanoTime() - end < 0) {
                nap.sleep(1);
                grown = grow(needed, inAdvance);
            }
            nap.end();
            return grown;
        }

        /** Gives everything back: the thread has ended or is no longer deep. */
        void release() {
            if (reserved == 0) {
                return;
            }
            synchronized (LOCK) {
                set(0);
                unlink();
            }
        }

        private void shrink() {
            Continuation c = continuation.get();
            long needed = c == null || c.isDone() ? 0 : onCarrier + Segments.bytes(c, reserved);
            if (needed < reserved) {
                set(needed);
            }
            if (needed == 0) {
                unlink();
            }
        }

        private void set(long bytes) {
            reservedByAll += bytes - reserved;
            reserved = bytes;
        }

        private void link() {
            if (!linked) {
                linked = true;
                next = first;
                if (first != null) {
                    first.previous = this;
                }
                first = this;
            }
        }

        private void unlink() {
            if (linked) {
                linked = false;
                if (previous == null) {
                    first = next;
                } else {
                    previous.next = next;
                }
                if (next != null) {
                    next.previous = previous;
                }
                next = null;
                previous = null;
            }
        }
    }

    /**
     * Takes back what threads do not need any more. It reads the segments of threads that are
     * running, so what it finds may be a spill old.
     *
     * <p>Many threads at the budget's end must not walk all segments at each spill.
     */
    private static void sweep(Share but) {
        long start = System.nanoTime();
        if (start - sweptAt < REST * sweepTook) {
            return;
        }
        Share share = first;
        while (share != null) {
            Share after = share.next;
            if (share != but) {
                share.shrink();
            }
            share = after;
        }
        sweptAt = System.nanoTime();
        sweepTook = sweptAt - start;
    }
}
