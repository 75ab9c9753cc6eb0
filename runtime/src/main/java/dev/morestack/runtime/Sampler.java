package dev.morestack.runtime;

/**
 * Chooses the spills that are looked at: every one at first, then every second, at last every
 * 4,096th, so that short runs are known well and long ones cost little. What a sample shows counts
 * for all spills since the one before, so that sums over samples estimate sums over spills.
 */
final class Sampler {

    /** Samples after which the distance between them doubles. */
    private static final int SAMPLES_EACH = 64;

    private static final int MOST_DOUBLINGS = 12;

    /** As for {@link Profile#begin}. */
    private static int every;

    /** Races lose a few, which does no harm. */
    private static int taken;

    private Sampler() {}

    /** Chooses, unless a choice that walks has been made already. */
    static void choose(int chosen) {
        if (every == Profile.NEVER) {
            every = chosen;
        }
    }

    /** Tells whether the stack is walked at sampled spills, and these are timed. */
    static boolean walks() {
        return every != Profile.NEVER;
    }

    /** Returns how many spills lie between two samples now. */
    static int distance() {
        return every > 0 ? every : 1 << Math.min(taken / SAMPLES_EACH, MOST_DOUBLINGS);
    }

    /** Returns after how many spills of a new thread the first sample is due. */
    static int first(int distance, double random) {
        return every > 0 ? 1 + (int) (random * distance) : next(distance, random);
    }

    /**
     * Returns after how many spills the next sample is due. Unless a distance was asked for, each
     * spill has the same chance to be one: else threads with few spills, of which there are many,
     * would be seen too seldom whenever the distance grows.
     */
    static int next(int distance, double random) {
        if (every > 0 || distance == 1) {
            return distance;
        }
        return 1 + (int) (Math.log1p(-random) / Math.log1p(-1.0 / distance));
    }

    /** Notes a sample. */
    static void took() {
        if (taken < Integer.MAX_VALUE) {
            taken++;
        }
    }
}
