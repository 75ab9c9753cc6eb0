package dev.morestack.benchmarks.woven;

import dev.morestack.benchmarks.Work;

/** Frames that do nothing but call the next: the worst case, all cost is the stack's. */
public final class EmptyFrames implements Work {

    @Override
    public long run(int size) {
        return descend(size);
    }

    private static long descend(int frames) {
        return frames == 0 ? 0 : 1 + descend(frames - 1);
    }
}
