package dev.morestack.runtime;

import java.lang.ref.WeakReference;

/**
 * What one thread has spilled. Written by that thread alone; who reads it meanwhile may see some
 * counts without the others.
 */
public final class ThreadRecord {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int MOST_UNTIL_DEPTH = 1024;

    private final long id;
    private final String name;
    private final boolean virtual;
    private final WeakReference<Thread> thread;
    private final long[] counts = new long[Counters.COUNTERS];

    /** Counts at the last reset. */
    private final long[] forgotten = new long[Counters.COUNTERS];

    private int distance;
    private int untilSample;
    private int untilDepth;
    private long random;

    /** Spills that the sample stands for which was taken last, 0 when the last try was none. */
    private int taken;

    private long deepest;
    private long nanos;
    final FrameCount frames = new FrameCount();
    private Timeline timeline;

    ThreadRecord(Thread thread) {
        this.thread = new WeakReference<>(thread);
        id = thread.threadId();
        name = thread.getName();
        virtual = thread.isVirtual();
        distance = Sampler.distance();
        // Threads begin at different points, so that many with few spills are sampled fairly.
        random = id * GOLDEN;
        untilSample = Sampler.first(distance, nextRandom());
    }

    void add(Counters counter, long amount) {
        counts[counter.ordinal()] += amount;
    }

    /** Tells whether the spill that begins now is to be looked at. */
    boolean isSampleDue() {
        taken = 0;
        return --untilSample <= 0;
    }

    /** Tells whether the depth is to be measured: the seldomer the more spills there were. */
    boolean isDepthDue() {
        if (--untilDepth > 0) {
            return false;
        }
        untilDepth = (int) Math.min(MOST_UNTIL_DEPTH, 1 + counts[Counters.SPILLS.ordinal()] / 8);
        return true;
    }

    /** Returns a pseudo-random number from 0 to below 1. */
    private double nextRandom() {
        random = random * 0x5851F42D4C957F2DL + GOLDEN;
        return (random >>> 11) * 0x1p-53;
    }

    /** Takes the last try back, since it was refused. */
    void refused() {
        if (taken == 0) {
            untilSample++;
        } else {
            distance = taken;
            untilSample = 1;
        }
    }

    /** Returns the number of spills that the sample stands for, and starts towards the next. */
    int takeSample() {
        taken = distance;
        Sampler.took();
        distance = Sampler.distance();
        untilSample = Sampler.next(distance, nextRandom());
        return taken;
    }

    /** Notes the depth now, in bytes. */
    void reached(long bytes) {
        deepest = Math.max(deepest, bytes);
        if (Sampler.walks()) {
            if (timeline == null) {
                timeline = new Timeline();
            }
            timeline.add(Profile.nanos(), bytes, counts[Counters.SPILLS.ordinal()]);
        }
    }

    void took(long weightedNanos) {
        nanos += weightedNanos;
    }

    /** Begins the counts anew; may be called by any thread. */
    void reset() {
        System.arraycopy(counts, 0, forgotten, 0, counts.length);
        deepest = 0;
        nanos = 0;
    }

    boolean isOver() {
        Thread owner = thread.get();
        return owner == null || owner.getState() == Thread.State.TERMINATED;
    }

    /** Returns a count of this thread. */
    public long count(Counters counter) {
        return counts[counter.ordinal()] - forgotten[counter.ordinal()];
    }

    public long id() {
        return id;
    }

    /** Returns the thread's name when it first spilled; that of a virtual thread may be empty. */
    public String name() {
        return name;
    }

    public boolean isVirtual() {
        return virtual;
    }

    public boolean isAlive() {
        return !isOver();
    }

    /** Returns the bytes of the deepest logical stack that a sample has seen. */
    public long deepestBytes() {
        return deepest;
    }

    /** Returns the frames of that stack, counted or estimated; 0 when no stack was walked. */
    public long deepestFrames() {
        return frames.at(deepest);
    }

    /** Tells whether these frames were counted one by one. */
    public boolean isFramesCounted() {
        return frames.isExactAt(deepest);
    }

    /** Returns the ns in spills, estimated from those that were timed. */
    public long nanos() {
        return nanos;
    }

    /** Returns depth and spills over time, null when no stack was walked. */
    public Timeline timeline() {
        return timeline;
    }
}
