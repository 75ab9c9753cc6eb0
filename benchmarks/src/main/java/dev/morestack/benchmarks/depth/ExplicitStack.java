package dev.morestack.benchmarks.depth;

import dev.morestack.benchmarks.Work;
import dev.morestack.benchmarks.woven.FrameLoad;
import java.util.Arrays;

/** The recursion rewritten as two loops over a stack of its own, as one does by hand. */
final class ExplicitStack implements Work {

    private static final int SMALL = 64;

    @Override
    public long run(int size) {
        int[] frames = new int[SMALL];
        long[][] held = FrameLoad.ALLOCATING ? new long[SMALL][] : null;
        int depth = 0;
        long seed = size;
        for (int left = size; left > 0; left--) {
            if (depth == frames.length) {
                frames = Arrays.copyOf(frames, 2 * depth);
                held = FrameLoad.ALLOCATING ? Arrays.copyOf(held, 2 * depth) : null;
            }
            seed = FrameLoad.BUSY ? FrameLoad.work(seed) : seed;
            if (FrameLoad.ALLOCATING) {
                held[depth] = FrameLoad.hold(seed);
            }
            frames[depth++] = left;
        }
        long result = 0;
        while (depth > 0) {
            depth--;
            result += FrameLoad.ALLOCATING ? held[depth][0] : Integer.signum(frames[depth]);
        }
        return result;
    }
}
