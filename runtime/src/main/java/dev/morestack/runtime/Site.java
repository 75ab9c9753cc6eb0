package dev.morestack.runtime;

import java.util.concurrent.atomic.AtomicLongArray;

/** A method whose check spills, with the recursion that it is part of, and what spills there. */
public final class Site {

    private static final int SAMPLES = 0;
    private static final int SPILLS = 1;
    private static final int BYTES = 2;
    private static final int NANOS = 3;
    private static final int AGAIN = 4;
    private static final int FRAMES = 5;
    private static final int VIRTUAL_BYTES = 6;
    private static final int SUMS = 7;

    /** A thread that is not deep yet has seldom more. */
    private static final int FEW_FRAMES = 2048;

    private final String method;
    private final String[] cycle;
    private final AtomicLongArray sums = new AtomicLongArray(SUMS);
    private volatile String[] path;

    /** Races lose a depth that another thread is about to exceed or has just exceeded. */
    private long deepest;

    private long deepestFrames;

    Site(String method, String[] cycle) {
        this.method = method;
        this.cycle = cycle;
    }

    boolean is(String otherMethod, String[] otherCycle) {
        return method.equals(otherMethod) && java.util.Arrays.equals(cycle, otherCycle);
    }

    /**
     * Returns how many frames may be walked to find out what led here: few at the first sample, and
     * more whenever the samples have doubled, so that the sites that matter get their walks.
     */
    int pathFrames() {
        long samples = samples();
        if (path != null || (samples & (samples - 1)) != 0) {
            return 0;
        }
        return samples < 4 ? FEW_FRAMES : FrameCount.MOST;
    }

    /** Notes the outermost frames of a stack that spilled here, the bottom first. */
    void leadsFrom(String[] outermost) {
        if (path == null) {
            path = outermost;
        }
    }

    /** Adds a sample that stands for so many spills like it. */
    void add(int weight, long bytes, boolean again) {
        sums.getAndAdd(SAMPLES, 1);
        sums.getAndAdd(SPILLS, weight);
        sums.getAndAdd(BYTES, bytes * weight);
        if (again) {
            sums.getAndAdd(AGAIN, weight);
        }
    }

    void took(long weightedNanos) {
        sums.getAndAdd(NANOS, weightedNanos);
    }

    void addVirtual(long weightedBytes) {
        sums.getAndAdd(VIRTUAL_BYTES, weightedBytes);
    }

    /** Notes the depth, and how many frames the bytes frozen were. */
    void reached(long depth, long weightedBytes, FrameCount frames) {
        long bytesEach = frames.bytesEach();
        if (bytesEach > 0) {
            sums.getAndAdd(FRAMES, Math.max(1, weightedBytes / bytesEach));
        }
        if (depth > deepest) {
            deepest = depth;
            deepestFrames = frames.at(depth);
        }
    }

    /** Returns the method, such as {@code pkg.Class.name}. */
    public String method() {
        return method;
    }

    /** Returns the methods of the recursion, a caller before what it calls; may be empty. */
    public String[] cycle() {
        return cycle.clone();
    }

    /** Returns the outermost frames of one stack that spilled here, the bottom first, or null. */
    public String[] path() {
        String[] known = path;
        return known == null ? null : known.clone();
    }

    /** Returns how many spills were looked at. */
    public long samples() {
        return sums.get(SAMPLES);
    }

    /** Returns for how many spills they stand. */
    public long spills() {
        return sums.get(SPILLS);
    }

    /** Returns the bytes frozen by these. */
    public long bytes() {
        return sums.get(BYTES);
    }

    /** Returns the ns that those of platform threads took, without what the way back costs. */
    public long nanos() {
        return sums.get(NANOS);
    }

    /** Returns the bytes frozen by those of virtual threads among them. */
    public long virtualBytes() {
        return sums.get(VIRTUAL_BYTES);
    }

    /** Returns how many of them froze frames into the segment of the spill before. */
    public long again() {
        return sums.get(AGAIN);
    }

    /** Returns how many frames they froze, estimated; 0 when that is not known. */
    public long frames() {
        return sums.get(FRAMES);
    }

    public long deepestBytes() {
        return deepest;
    }

    /** Returns the frames of the deepest stack, estimated; 0 when that is not known. */
    public long deepestFrames() {
        return deepestFrames;
    }
}
