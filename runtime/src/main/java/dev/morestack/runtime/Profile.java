package dev.morestack.runtime;

/** What has been measured, for reports. */
public final class Profile {

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
     * Starts the clock, and loads what samples need: none of it may be loaded in the middle of a
     * check.
     */
    static void begin() {
        if (Sampler.WALKS) {
            ThreadRecord record = new ThreadRecord(Thread.currentThread());
            StackWalk.siteOf(record, 1);
            record.reached(1);
            reset();
        }
    }

    /** Begins counts, sites and costs anew; threads keep theirs. */
    public static void reset() {
        Counters.reset();
        Sites.reset();
        Costs.reset();
    }

    /** Returns the records of threads that have spilled, of the newest and the busiest. */
    public static ThreadRecord[] threads() {
        return ThreadRecords.all();
    }

    /** Returns the sites seen; empty unless stacks are walked. */
    public static Site[] sites() {
        return Sites.all();
    }

    /** Tells whether stacks are walked and spills timed. */
    public static boolean isWalking() {
        return Sampler.WALKS;
    }

    /** Returns the ns since the runtime was installed. */
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
