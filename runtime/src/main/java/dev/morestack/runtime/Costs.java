package dev.morestack.runtime;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The time of sampled spills, apart for those that allocated a segment, those that filled one
 * again, and those of virtual threads, whose schedulers' time is in it.
 */
public final class Costs {

    /** Spills into a new segment. */
    public static final int NEW = 0;

    /** Spills into the segment that was there. */
    public static final int REUSED = 1;

    /** Spills of virtual threads. */
    public static final int VIRTUAL = 2;

    /** A spill that took longer was interrupted, by the collector or by other threads. */
    private static final long LONGEST = 1_000_000;

    private static final int KINDS = 3;

    /** What is summed up of each kind. */
    private static final int SAMPLES = 0;

    private static final int SPILLS = 1;
    private static final int BYTES = 2;
    private static final int FREEZE = 3;
    private static final int RESUME = 4;
    private static final int ALLOCATED = 5;
    private static final int INTERRUPTED = 6;
    private static final int ALLOCATE = 7;
    private static final int INTERRUPTED_BYTES = 8;
    private static final int SUMS = 9;

    private static final AtomicLongArray CELLS = new AtomicLongArray(KINDS * SUMS);

    private Costs() {}

    /** Adds a spill, and returns its ns times the weight, 0 when it was interrupted. */
    static long add(int kind, SpillClock clock, long bytes, long allocated, int weight) {
        long whole = clock.resumed - clock.begun;
        add(kind, ALLOCATED, allocated * weight);
        if (whole > LONGEST) {
            add(kind, INTERRUPTED, weight);
            add(kind, INTERRUPTED_BYTES, bytes * weight);
            return 0;
        }
        long resume = clock.frozen == 0 ? 0 : clock.resumed - clock.frozen;
        add(kind, SAMPLES, 1);
        add(kind, SPILLS, weight);
        add(kind, BYTES, bytes * weight);
        long freeze = whole - resume;
        add(kind, FREEZE, freeze * weight);
        add(kind, RESUME, resume * weight);
        // One that took longer than the whole freeze was interrupted.
        add(kind, ALLOCATE, Math.min(clock.allocation, freeze) * weight);
        return whole * weight;
    }

    private static void add(int kind, int sum, long amount) {
        CELLS.getAndAdd(kind * SUMS + sum, amount);
    }

    static void reset() {
        for (int i = 0; i < CELLS.length(); i++) {
            CELLS.set(i, 0);
        }
    }

    /** Returns how many spills of a kind were timed. */
    public static long samples(int kind) {
        return CELLS.get(kind * SUMS + SAMPLES);
    }

    /** Returns for how many spills those stand that were timed and not interrupted. */
    public static long spills(int kind) {
        return CELLS.get(kind * SUMS + SPILLS);
    }

    /** Returns the bytes that these froze. */
    public static long bytes(int kind) {
        return CELLS.get(kind * SUMS + BYTES);
    }

    /** Returns the ns from the yield to its return; of virtual threads, until they go on. */
    public static long freezeNanos(int kind) {
        return CELLS.get(kind * SUMS + FREEZE);
    }

    /** Returns the ns from there until the thread went on. */
    public static long resumeNanos(int kind) {
        return CELLS.get(kind * SUMS + RESUME);
    }

    /** Returns the ns that it took to allocate as much as the new segments. */
    public static long allocateNanos(int kind) {
        return CELLS.get(kind * SUMS + ALLOCATE);
    }

    /** Returns the bytes of new segments. */
    public static long allocatedBytes(int kind) {
        return CELLS.get(kind * SUMS + ALLOCATED);
    }

    /** Returns for how many spills those stand that were interrupted. */
    public static long interrupted(int kind) {
        return CELLS.get(kind * SUMS + INTERRUPTED);
    }

    /** Returns the bytes that these froze. */
    public static long interruptedBytes(int kind) {
        return CELLS.get(kind * SUMS + INTERRUPTED_BYTES);
    }
}
