package dev.morestack.runtime;

import jdk.internal.misc.Unsafe;

/**
 * Counts what happens on the slow path. A count is one atomic add to a cell that few threads share,
 * and happens only where a spill or something as expensive does.
 */
public enum Counters {
    /** Stack switches: frames frozen to the heap and the thread resumed. */
    SPILLS("spills"),
    /** Those of virtual threads among them. */
    VIRTUAL_SPILLS("spills of virtual threads"),
    /** Bytes of frames frozen by them. */
    BYTES_FROZEN("bytes frozen"),
    /** Spills refused because of a native frame. */
    PINNED_NATIVE("pinned: native frame"),
    /** Spills refused because a frame holds a monitor (JDK 21 to 23). */
    PINNED_MONITOR("pinned: monitor held"),
    /** Spills refused in a critical section. */
    PINNED_CRITICAL("pinned: critical section"),
    /** Spills refused because the physical stack had no room for the freeze itself. */
    PINNED_FREEZE("pinned: no room to freeze"),
    /** Spills of virtual threads that did not happen, for any of these reasons. */
    PINNED_VIRTUAL("pinned: virtual thread"),
    /** Times that a thread was stopped at the limit. */
    LIMIT_HITS("limit hits"),
    /** Times that a thread was stopped because all threads together had used up the budget. */
    BUDGET_HITS("budget hits"),
    /** Threads that were given a root. */
    ROOTS("roots"),
    /** Regions entered, whether there was room or not. */
    REGIONS("regions entered"),
    /** Moves to a big carrier, for a region that the thread's own stack has no room for. */
    MOVES("moves to a big carrier"),
    /** Those of virtual threads among them. */
    VIRTUAL_MOVES("moves of virtual threads"),
    /** Moves to a big carrier, on which a thread that keeps spilling goes on. */
    GROWN("moves to grow"),
    /** Big carriers started. */
    CARRIERS("big carriers started"),
    /** Regions that had to do with less room than they ask for. */
    REGIONS_WITHOUT_ROOM("regions without room");

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final int STRIPES = 16;
    static final int COUNTERS = 24;
    private static final long[] CELLS = new long[STRIPES * COUNTERS];

    /** Totals at the last reset. */
    private static final long[] FORGOTTEN = new long[COUNTERS];

    private final String label;

    Counters(String label) {
        this.label = label;
    }

    /** Returns what is counted, in words. */
    public String label() {
        return label;
    }

    /** Adds to this counter. */
    void add(long amount) {
        int stripe = (int) Thread.currentThread().threadId() & (STRIPES - 1);
        long index = stripe * (long) COUNTERS + ordinal();
        UNSAFE.getAndAddLong(CELLS, LongArrays.BASE + index * Long.BYTES, amount);
    }

    /** Returns the count since the start of the JVM, or since the last reset. */
    public long sum() {
        return total() - FORGOTTEN[ordinal()];
    }

    /** Begins all counts anew. */
    static void reset() {
        for (Counters counter : values()) {
            FORGOTTEN[counter.ordinal()] = counter.total();
        }
    }

    private long total() {
        long sum = 0;
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            sum += CELLS[stripe * COUNTERS + ordinal()];
        }
        return this == REGIONS ? sum + VirtualStack.regionsEntered() : sum;
    }
}
