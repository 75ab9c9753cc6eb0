package dev.morestack.runtime;

/**
 * What is measured of spills.
 *
 * @param counts whether spills are counted at all
 * @param every of how many spills one is walked and timed: {@link #NEVER}, {@link #ADAPTIVE} or a
 *     number from 1 on
 */
public record Profiling(boolean counts, int every) {

    /** No spill is walked. */
    public static final int NEVER = 0;

    /** Every spill at first and fewer of them by and by. */
    public static final int ADAPTIVE = -1;

    /** Nothing is counted. */
    public static final Profiling OFF = new Profiling(false, NEVER);

    /** Spills are counted, and how deep stacks are is measured now and then. */
    public static final Profiling COUNTERS = new Profiling(true, NEVER);

    private static Profiling installed = COUNTERS;

    static Profiling installed() {
        return installed;
    }

    /** To be called once, before {@link Sampler} is initialised, which keeps it in constants. */
    static void install(Profiling chosen) {
        installed = chosen;
    }
}
