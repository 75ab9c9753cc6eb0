package dev.morestack.runtime;

/** What has been measured, for reports. */
public final class Profile {

    /** No spill is walked. */
    public static final int NEVER = 0;

    /** Every spill at first and fewer of them by and by. */
    public static final int ADAPTIVE = -1;

    /** Null unless somebody watches. Plain: a thread that sees it late misses a few events. */
    private static SpillObserver observer;

    private static final long ORIGIN = System.nanoTime();

    private Profile() {}

    static SpillObserver observer() {
        return observer;
    }

    /** Sets who is told of spills, null for nobody. */
    public static void observeBy(SpillObserver watching) {
        observer = watching;
    }

    /**
     * Lets spills be recorded from now on, and loads what that needs: none of it may be loaded in
     * the middle of a check. May be called again to walk stacks, too.
     *
     * @param every of how many spills one is walked and timed: {@link #NEVER}, {@link #ADAPTIVE} or
     *     a number from 1 on
     */
    public static synchronized void begin(int every) {
        ThreadRecord record = new ThreadRecord(Thread.currentThread());
        StackWalk.siteOf(record, 1);
        Sampler.choose(every);
        record.reached(1);
        Sites.reset();
        Costs.reset();
        Spills.keepRecords();
    }

    /** Begins counts, sites and costs anew. */
    public static void reset() {
        Counters.reset();
        ThreadRecords.reset();
        Sites.reset();
        Costs.reset();
    }

    /** Returns the records of threads that have spilled, of the newest and the busiest. */
    public static ThreadRecord[] threads() {
        return ThreadRecords.all();
    }

    /** Returns the record with the deepest stack among some; null when none has one. */
    public static ThreadRecord deepest(ThreadRecord[] records) {
        ThreadRecord deepest = null;
        long bytes = 0;
        for (ThreadRecord record : records) {
            if (record.deepestBytes() > bytes) {
                bytes = record.deepestBytes();
                deepest = record;
            }
        }
        return deepest;
    }

    /** Returns the sites seen; empty unless stacks are walked. */
    public static Site[] sites() {
        return Sites.all();
    }

    /** Tells whether stacks are walked and spills timed. */
    public static boolean isWalking() {
        return Sampler.walks();
    }

    /** Returns the ns since records began. */
    public static long nanos() {
        return System.nanoTime() - ORIGIN;
    }

    /**
     * Measures, on a thread of its own, what cannot be seen of single spills in the program.
     *
     * @return null when that cannot be measured
     */
    public static Calibration calibrate() throws InterruptedException {
        return Calibration.measure();
    }
}
