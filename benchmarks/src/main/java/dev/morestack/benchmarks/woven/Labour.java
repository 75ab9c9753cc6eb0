package dev.morestack.benchmarks.woven;

/** About 80 ns of work. */
final class Labour {

    /** Steps of six operations that wait for one another, about a cycle each. */
    private static final int STEPS = 45;

    private Labour() {}

    /**
     * Goes some way along Marsaglia's sequence of 64 bits, which no compiler takes a short cut on.
     */
    static long on(long seed) {
        long value = seed;
        for (int step = 0; step < STEPS; step++) {
            value ^= value << 13;
            value ^= value >>> 7;
            value ^= value << 17;
        }
        return value;
    }
}
