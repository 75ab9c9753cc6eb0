package dev.morestack.apps.neighbours;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;

/**
 * Computes at the bottom of a deep recursion, and on the way up again, for a sampling profiler to
 * look at.
 *
 * <p>Arguments: a {@link Starter}, the depth, the steps of work at the bottom.
 */
public final class Sampled {

    private Sampled() {}

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[1]);
        long steps = Long.parseLong(args[2]);
        Starter.valueOf(args[0])
                .run(
                        () -> {
                            Result.print("work", descend(depth, steps) - work(steps));
                            Result.print("again", descend(depth, 1) - work(1));
                        });
    }

    private static long descend(int n, long steps) {
        return n == 0 ? work(steps) : 1 + descend(n - 1, steps);
    }

    private static long work(long steps) {
        long state = 88_172_645_463_325_252L;
        for (long i = 0; i < steps; i++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
        }
        return state;
    }
}
