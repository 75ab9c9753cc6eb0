package dev.morestack.benchmarks.woven;

import dev.morestack.BigStack;
import dev.morestack.benchmarks.Work;

/** Calls a method again and again that is tagged with more stack than the thread has. */
public final class MovingRegion implements Work {

    @Override
    public long run(int size) {
        long value = 0;
        for (int call = 0; call < size; call++) {
            value = step(value);
        }
        return value;
    }

    @BigStack("4m")
    private static long step(long value) {
        return value + 1;
    }
}
