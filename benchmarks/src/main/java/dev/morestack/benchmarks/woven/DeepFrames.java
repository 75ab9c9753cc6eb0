package dev.morestack.benchmarks.woven;

import dev.morestack.benchmarks.Work;

/** The recursion that is measured at every depth, with frames as {@link FrameLoad} has them. */
public final class DeepFrames implements Work {

    @Override
    public long run(int size) {
        return descend(size, size);
    }

    private static long descend(int frames, long seed) {
        if (frames == 0) {
            return 0;
        }
        long value = FrameLoad.BUSY ? FrameLoad.work(seed) : seed;
        if (FrameLoad.ALLOCATING) {
            long[] held = FrameLoad.hold(value);
            return descend(frames - 1, value) + held[0];
        }
        return descend(frames - 1, value) + 1;
    }
}
