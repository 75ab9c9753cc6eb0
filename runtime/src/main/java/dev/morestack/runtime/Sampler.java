package dev.morestack.runtime;

/**
 * Chooses the spills that are looked at: every one at first, then every second, at last every
 * 1,024th, so that short runs are known well and long ones cost little. What a sample shows counts
 * for all spills since the one before, so that sums over samples estimate sums over spills.
 */
final class Sampler {

    /** Samples after which the distance between them doubles. */
    private static final int SAMPLES_EACH = 64;

    private static final int MOST_DOUBLINGS = 10;

    /** Whether anything is counted. */
    static final boolean COUNTS = Profiling.installed().counts();

    /** Whether the stack is walked at sampled spills, and these are timed. */
    static final boolean WALKS = Profiling.installed().every() != Profiling.NEVER;

    private static final int EVERY = Profiling.installed().every();

    /** Races lose a few, which does no harm. */
    private static int taken;

    private Sampler() {}

    /** Returns how many spills lie between two samples now. */
    static int distance() {
        return EVERY > 0 ? EVERY : 1 << Math.min(taken / SAMPLES_EACH, MOST_DOUBLINGS);
    }

    /** Notes a sample. */
    static void took() {
        if (taken < Integer.MAX_VALUE) {
            taken++;
        }
    }
}
