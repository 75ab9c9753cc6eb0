package dev.morestack.benchmarks.woven;

import dev.morestack.benchmarks.Work;

/** Frames with about 80 ns of work each that hold an object while deeper ones run. */
public final class BusyAllocatingFrames implements Work {

    /** Written so that no compiler can keep the objects in registers. */
    private static Object latest;

    @Override
    public long run(int size) {
        return descend(size, size);
    }

    private static long descend(int frames, long seed) {
        if (frames == 0) {
            return 0;
        }
        long value = Labour.on(seed);
        long[] held = {1, value, 0, 0};
        latest = held;
        return descend(frames - 1, value) + held[0];
    }

    /** Returns what was allocated last. */
    public static Object latest() {
        return latest;
    }
}
