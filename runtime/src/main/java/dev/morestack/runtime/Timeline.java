package dev.morestack.runtime;

import java.util.Arrays;

/**
 * The depth of one thread and its spills over time, in intervals that become twice as long whenever
 * the line is full. Written by that thread alone.
 */
public final class Timeline {

    private static final int INTERVALS = 128;
    private static final long FIRST_WIDTH = 1L << 20;

    private final long[] depths = new long[INTERVALS];
    private final long[] spills = new long[INTERVALS];
    private long width = FIRST_WIDTH;
    private long counted;
    private int used;

    Timeline() {}

    /**
     * Notes a depth in bytes, and the thread's spills so far.
     *
     * @param now ns since install, where all lines begin
     */
    void add(long now, long depth, long spillsSoFar) {
        long interval = now / width;
        while (interval >= INTERVALS) {
            fold();
            interval = now / width;
        }
        int i = (int) interval;
        depths[i] = Math.max(depths[i], depth);
        spills[i] += spillsSoFar - counted;
        counted = spillsSoFar;
        used = Math.max(used, i + 1);
    }

    private void fold() {
        for (int i = 0; i < INTERVALS / 2; i++) {
            depths[i] = Math.max(depths[2 * i], depths[2 * i + 1]);
            spills[i] = spills[2 * i] + spills[2 * i + 1];
        }
        Arrays.fill(depths, INTERVALS / 2, INTERVALS, 0);
        Arrays.fill(spills, INTERVALS / 2, INTERVALS, 0);
        width *= 2;
        used = (used + 1) / 2;
    }

    /** Returns the ns of an interval; the first begins at install. */
    public long width() {
        return width;
    }

    /** Returns the greatest depth in each interval, in bytes; 0 when no spill was sampled then. */
    public long[] depths() {
        return Arrays.copyOf(depths, used);
    }

    /** Returns the spills in each interval. */
    public long[] spills() {
        return Arrays.copyOf(spills, used);
    }
}
