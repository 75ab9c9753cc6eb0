package dev.morestack.benchmarks.woven;

import dev.morestack.benchmarks.Work;

/**
 * Frames that allocate, and hold what they allocated while deeper ones run: the collector has to
 * look at the whole stack again and again.
 */
public final class AllocatingFrames implements Work {

    /** Written so that no compiler can keep the objects in registers. */
    private static Object latest;

    @Override
    public long run(int size) {
        return descend(size);
    }

    private static long descend(int frames) {
        if (frames == 0) {
            return 0;
        }
        long[] held = {1, frames, 0, 0};
        latest = held;
        return descend(frames - 1) + held[0];
    }

    /** Returns what was allocated last. */
    public static Object latest() {
        return latest;
    }
}
