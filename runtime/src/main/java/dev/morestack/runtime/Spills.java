package dev.morestack.runtime;

import dev.morestack.StackLimitError;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.annotation.Hidden;

/**
 * The spills of one logical thread: where one was refused, and how many bytes are frozen.
 *
 * <p>Frozen bytes are charged at each spill and never refunded; only when the charge reaches the
 * limit are the segments walked, so that the cost stays amortised.
 */
final class Spills {

    /** Physical bytes in use when a spill was last refused; 0 when none was. */
    private long refusedAt;

    private long retryAt;

    /** What the last walk of the segments found, and the bytes frozen since. */
    private long frozen;

    private boolean overLimit;

    /** Of the thread; null before its first spill. */
    private ThreadRecord record;

    private DepthMarks marks;

    /** Tells whether a spill may be tried here, or was refused too close by. */
    boolean mayTry(long used) {
        if (refusedAt != 0 && used < refusedAt) {
            refusedAt = 0;
        }
        return refusedAt == 0 || used >= retryAt;
    }

    /** Lowers the boundary by a step, since a spill was refused here. */
    void refused(long used, long step) {
        refusedAt = used;
        retryAt = used + step;
        if (record != null) {
            record.refused();
        }
    }

    /** Returns the physical bytes at which to try again; 0 when nothing was refused. */
    long retryAt() {
        return refusedAt == 0 ? 0 : retryAt;
    }

    /**
     * Tells that a spill is about to happen.
     *
     * @param used physical bytes in use
     * @return what is to be told when it has; null when it is not one of those looked at
     */
    Sample begin(Continuation continuation, long used) {
        if (!Sampler.COUNTS) {
            return null;
        }
        if (record == null) {
            record = ThreadRecords.ofCurrentThread();
            marks = new DepthMarks();
        }
        if (record.isSampleDue()) {
            return Sample.begin(record, marks, continuation, used);
        }
        if (record.isDepthDue()) {
            record.reached(marks.measure(continuation) + used);
        }
        return null;
    }

    /** Notes a spill. */
    void froze(long bytes) {
        refusedAt = 0;
        frozen += bytes;
        if (record != null) {
            record.spilled(bytes);
        }
    }

    /** Notes that the spill was one of a virtual thread. */
    void frozeVirtual() {
        if (record != null) {
            record.add(Counters.VIRTUAL_SPILLS, 1);
        }
    }

    /**
     * Walks the segments when the bytes charged for them have reached the limit.
     *
     * @throws StackLimitError when the frozen frames have, too
     */
    @Hidden
    void checkLimit(Continuation continuation) {
        long limit = SlowPath.SETTINGS.limit();
        if (frozen < limit) {
            return;
        }
        long bytes = Segments.bytes(continuation, Long.MAX_VALUE);
        // A reserve of an eighth for the handlers, closed again when a sixteenth is free.
        if (bytes >= (overLimit ? limit + limit / 8 : limit)) {
            overLimit = true;
            Counters.LIMIT_HITS.add(1);
            SpillObserver observer = Profile.observer();
            if (observer != null) {
                observer.limitReached(bytes, limit);
            }
            throw new StackLimitError(Limit.message(bytes, limit), limit, bytes);
        }
        overLimit &= bytes >= limit - limit / 16;
        // Walk again after a 64th of the limit at the earliest.
        frozen = Math.min(bytes, limit - limit / 64);
    }
}
