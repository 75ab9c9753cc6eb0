package dev.morestack.benchmarks.woven;

import dev.morestack.benchmarks.Work;

/** Frames with about 80 ns of work each, as a parser or an evaluator has. */
public final class BusyFrames implements Work {

    /** Written so that no compiler can leave out the work. */
    private static long result;

    @Override
    public long run(int size) {
        return descend(size, size);
    }

    private static long descend(int frames, long seed) {
        long value = Labour.on(seed);
        if (frames == 0) {
            result = value;
            return 0;
        }
        return 1 + descend(frames - 1, value);
    }

    /** Returns what the work came to at the bottom. */
    public static long result() {
        return result;
    }
}
