package dev.morestack.runtime;

import dev.morestack.StackLimitError;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.annotation.Hidden;
import jdk.internal.vm.annotation.Stable;

/**
 * The spills of one logical thread: where one was refused, and how many bytes are frozen.
 *
 * <p>Frozen bytes are charged at each spill and never refunded. Only when the charge is used up are
 * the segments walked and the charge set to what is there, so that the cost stays amortised.
 */
final class Spills {

    /** Bytes that may be frozen before the first walk, and at least between two. */
    private static final long STEP = 64 * 1024;

    /**
     * Whether threads have records. While it is false, no class of the profile is touched: the boot
     * loader does not have them yet.
     */
    @Stable private static boolean recorded;

    private static final boolean COUNTS = SlowPath.SETTINGS.counts();

    /** Half of an ordinary stack: as much as is never refused for the budget at home either. */
    private static final long ORDINARY = 512 * 1024;

    /** Bytes of a stack that may as well be at home. */
    private static final long SHALLOW = 48 * 1024;

    /** Frames are not walked more often for a thread's errors. */
    private static final long REST_NANOS = 1_000_000_000L;

    /** They are not counted until there was no error for so long. */
    private static final long COUNT_NANOS = 10_000_000_000L;

    private final Budget.Share share;

    final Growth growth = new Growth();

    /** Physical bytes in use when a spill was last refused; 0 when none was. */
    private long refusedAt;

    private long retryAt;

    /** What the last walk of the segments found, and the bytes frozen since. */
    private long frozen;

    /** The charge at which the segments are walked again. */
    private long walkAt;

    /** Whether the policy is to be asked before that: it has changed, or has refused. */
    private boolean asksAnew;

    /** Bytes to which handlers may go when the budget is used up; 0 when it is not. */
    private long allowed;

    private boolean overEnd;

    /** Whether the thread has waited for the budget already and is still over it. */
    private boolean waitedInVain;

    /** When an error last described the recursion; 0 when none did. */
    private long describedAt;

    /** When the thread was first seen shallow on its carrier; 0 while it is not. */
    private long shallowSince;

    private boolean overLimit;
    private boolean overBudget;

    /** Of the thread; null before its first spill, or as long as there are no records. */
    private ThreadRecord record;

    private DepthMarks marks;

    Spills(Continuation continuation) {
        share = new Budget.Share(continuation);
    }

    /** Lets each thread have a record. To be called when the classes for that are defined. */
    static void keepRecords() {
        recorded = true;
    }

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
    }

    /**
     * Notes that a spill was tried and refused, and lowers the boundary by a step.
     *
     * @param used physical bytes in use
     */
    void pinned(Counters reason, long used, long step) {
        refused(used, step);
        count(reason, 1);
        if (record != null) {
            record.refused();
        }
        SpillObserver observer = observer();
        if (observer != null) {
            observer.pinned(reason.label(), used);
        }
    }

    /** Notes that the frames are on another stack now, where none has been refused. */
    void moved() {
        refusedAt = 0;
        shallowSince = 0;
        share.setOnCarrier(0);
    }

    /** Asks the policy anew at the next spill: it has changed. */
    void reconsider() {
        refusedAt = 0;
        asksAnew = true;
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
        return recorded ? beginRecorded(continuation, used) : null;
    }

    private Sample beginRecorded(Continuation continuation, long used) {
        if (record == null) {
            keepRecord();
        }
        if (record.isSampleDue()) {
            return Sample.begin(record, marks, continuation, used);
        }
        if (record.isDepthDue()) {
            record.reached(marks.measure(continuation) + used);
        }
        return null;
    }

    private void keepRecord() {
        record = ThreadRecords.ofCurrentThread();
        marks = new DepthMarks();
    }

    /**
     * Notes a spill.
     *
     * @param sample what has been begun for it, or null
     */
    void froze(long bytes, Sample sample) {
        refusedAt = 0;
        frozen += bytes;
        growth.froze(bytes);
        if (sample != null) {
            sample.end(bytes);
        }
        count(Counters.SPILLS, 1);
        count(Counters.BYTES_FROZEN, bytes);
    }

    /** Counts for the thread and in all. */
    void count(Counters counter, long amount) {
        if (COUNTS) {
            counter.add(amount);
            if (record != null) {
                record.add(counter, amount);
            }
        }
    }

    /** Counts for the thread alone. */
    void countForThread(Counters counter) {
        if (record != null) {
            record.add(counter, 1);
        }
    }

    /** Counts what a region does, of which there is to be a record even without a spill. */
    void countForRegion(Counters counter) {
        if (record == null && recorded) {
            keepRecord();
        }
        count(counter, 1);
    }

    private void stopped(Counters reason, long depth, long most) {
        count(reason, 1);
        SpillObserver observer = observer();
        if (observer != null) {
            observer.limitReached(depth, most);
        }
    }

    /**
     * Describes the recursion for an error. Who catches that and goes on may get the next one soon:
     * then frames are not counted, or nothing is walked at all.
     */
    private String recursion() {
        long elapsed = System.nanoTime() - describedAt;
        if (describedAt != 0 && elapsed < REST_NANOS) {
            return "";
        }
        boolean counts = describedAt == 0 || elapsed > COUNT_NANOS;
        String words = Recursion.describe(counts);
        describedAt = System.nanoTime();
        return words;
    }

    /** Returns who is told of what happens, null for nobody. */
    static SpillObserver observer() {
        return recorded ? Profile.observer() : null;
    }

    /** Notes that the thread has ended or is no longer deep. */
    void ended() {
        frozen = 0;
        waitedInVain = false;
        walkAt = 0;
        share.release();
    }

    /**
     * Asks whether the frames on the physical stack may be frozen, too.
     *
     * @param used physical bytes in use
     * @param usable bytes of the physical stack
     * @param most those that may be used when the budget is used up
     * @return false when the budget is used up and there is physical stack left to go on with
     * @throws StackLimitError when the frozen frames have reached the limit, or the budget and the
     *     physical stack are both used up
     */
    @Hidden
    boolean admit(Continuation continuation, long used, long usable, long most) {
        // Another thread may take back what this one has reserved.
        if (frozen + used > Math.min(walkAt, share.reserved())) {
            return admitByWalk(continuation, used, usable, most);
        }
        // A recursion may choose a policy on each of its turns, so nothing is walked for that: the
        // policy is told what has been charged.
        return !asksAnew || mayGrow(used, usable);
    }

    /** Asks the policy. If it refuses, the stack may be used up to its end. */
    @Hidden
    private boolean mayGrow(long used, long usable) {
        asksAnew = growth.ask(frozen, used, 0).isRefusal();
        if (asksAnew) {
            checkEnd(used, usable, false);
        }
        return !asksAnew;
    }

    @Hidden
    private boolean admitByWalk(Continuation continuation, long used, long usable, long most) {
        frozen = Segments.bytes(continuation, Long.MAX_VALUE);
        checkLimit(frozen);
        if (!mayGrow(used, usable)) {
            return false;
        }
        // Waits here and not further down, where there may be no room for the freeze any more.
        if (reserve(frozen + used, frozen)) {
            return true;
        }
        // Whoever fits into the physical stack goes on, and handlers of the error find some of it.
        if (used < (overBudget ? most / 4 * 3 : most / 2)) {
            refused(used, most / 16);
            return false;
        }
        overBudget = true;
        stopped(Counters.BUDGET_HITS, frozen + used, SlowPath.SETTINGS.budget());
        throw Limit.ofBudget(frozen + used, recursion());
    }

    /**
     * Asks whether frames that are on a big carrier and stay there may be as many.
     *
     * @param used physical bytes in use
     * @param usable bytes of the carrier's stack
     * @throws StackLimitError at the limit, at the budget's end, and at that of the carrier
     */
    @Hidden
    void admitThere(Continuation continuation, long used, long usable) {
        if (frozen + used <= Math.max(allowed, Math.min(walkAt, share.reserved()))
                && used < usable - usable / 8) {
            return;
        }
        frozen = Segments.bytes(continuation, Long.MAX_VALUE);
        long depth = frozen + used;
        checkLimit(depth);
        checkEnd(used, usable, true);
        share.setOnCarrier(used);
        if (reserve(depth, depth)) {
            allowed = 0;
            return;
        }
        if (depth < ORDINARY) {
            allowed = ORDINARY;
            return;
        }
        if (allowed <= ORDINARY) {
            allowed = depth + STEP;
        }
        stopped(Counters.BUDGET_HITS, depth, SlowPath.SETTINGS.budget());
        throw Limit.ofBudget(depth, recursion());
    }

    /** Reserves a part of the budget, and plans the next time that segments are walked. */
    private boolean reserve(long depth, long counted) {
        long step = Math.max(STEP, counted / 2);
        if (share.grow(depth, step) || !waitedInVain && share.growLater(depth, step)) {
            overBudget = false;
            waitedInVain = false;
            walkAt = Math.min(share.reserved(), nextLimitCheck(counted));
            return true;
        }
        waitedInVain = true;
        return false;
    }

    /** Lets a stack that does not grow be used up to its end, and a little more by handlers. */
    @Hidden
    private void checkEnd(long used, long usable, boolean onCarrier) {
        long part = usable / 16;
        if (used < usable - (overEnd ? part : 2 * part)) {
            overEnd &= used >= usable - 3 * part;
            refused(used, part / 2);
            return;
        }
        overEnd = true;
        stopped(Counters.LIMIT_HITS, frozen + used, usable);
        throw Limit.ofEnd(frozen + used, usable, recursion(), onCarrier);
    }

    /** Tells whether the thread has been shallow for so long that it may leave its carrier. */
    boolean isShallow(Continuation continuation, long used, long nanos) {
        long depth = used > SHALLOW ? used : used + Segments.bytes(continuation, SHALLOW);
        if (depth > SHALLOW) {
            shallowSince = 0;
            return false;
        }
        long now = System.nanoTime();
        if (shallowSince == 0) {
            shallowSince = now;
        }
        return now - shallowSince >= nanos;
    }

    @Hidden
    private void checkLimit(long depth) {
        long limit = SlowPath.SETTINGS.limit();
        // A reserve of an eighth for the handlers, closed again when a sixteenth is free.
        if (depth >= (overLimit ? limit + limit / 8 : limit)) {
            overLimit = true;
            stopped(Counters.LIMIT_HITS, depth, limit);
            throw Limit.ofThread(depth, limit, recursion());
        }
        overLimit &= depth >= limit - limit / 16;
    }

    /** Not before a 64th of the limit has been frozen, even when it is near. */
    private static long nextLimitCheck(long depth) {
        long limit = SlowPath.SETTINGS.limit();
        return Math.max(limit, depth + limit / 64);
    }
}
