package dev.morestack.benchmarks.woven;

import dev.morestack.BigStack;

/** Goes some way down and enters a region there that has room once the frames above it are gone. */
public final class RegionBelow {

    /**
     * Descends so often.
     *
     * @param frames how far down: some 70 bytes each where compiled
     * @return the ns that entering has taken in all; coming up again is not among them
     */
    public long enter(int times, int frames) {
        long nanos = 0;
        for (int i = 0; i < times; i++) {
            nanos += descend(frames, i, i, i, i, i, i, i, i, i, i, i, i);
        }
        return nanos;
    }

    /** Arguments make a frame large. */
    private static long descend(
            int left,
            long a,
            long b,
            long c,
            long d,
            long e,
            long f,
            long g,
            long h,
            long i,
            long j,
            long k,
            long l) {
        return left == 0
                ? inside(System.nanoTime())
                : (a ^ l) + descend(left - 1, b, c, d, e, f, g, h, i, j, k, l, a);
    }

    /** Of the 1 MB of a thread, less what the JVM and Morestack keep back, all but a few KB. */
    @BigStack("848k")
    private static long inside(long start) {
        return System.nanoTime() - start;
    }
}
