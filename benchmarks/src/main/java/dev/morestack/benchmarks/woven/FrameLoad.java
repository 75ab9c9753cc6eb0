package dev.morestack.benchmarks.woven;

/**
 * What a frame of a deep recursion does besides calling. Constants of the JVM, so that compilers
 * leave out what is not asked for, and one source serves every kind of frame.
 */
public final class FrameLoad {

    /** The system property that makes frames work for about 80 ns each. */
    public static final String BUSY_PROPERTY = "benchmarks.busy";

    /** The system property that makes frames hold an object of 48 bytes each. */
    public static final String ALLOCATING_PROPERTY = "benchmarks.allocating";

    public static final boolean BUSY = Boolean.getBoolean(BUSY_PROPERTY);
    public static final boolean ALLOCATING = Boolean.getBoolean(ALLOCATING_PROPERTY);

    /** Steps of six operations that wait for one another, about a cycle each. */
    private static final int STEPS = 45;

    /** Written so that no compiler can keep the objects in registers. */
    private static Object latest;

    private FrameLoad() {}

    /**
     * Goes some way along Marsaglia's sequence of 64 bits, which no compiler takes a short cut on.
     */
    public static long work(long seed) {
        long value = seed;
        for (int step = 0; step < STEPS; step++) {
            value ^= value << 13;
            value ^= value >>> 7;
            value ^= value << 17;
        }
        return value;
    }

    /** Allocates what a frame holds while deeper ones run; the first element is 1. */
    public static long[] hold(long value) {
        long[] held = {1, value, 0, 0};
        latest = held;
        return held;
    }

    /** Returns what was allocated last. */
    public static Object latest() {
        return latest;
    }
}
