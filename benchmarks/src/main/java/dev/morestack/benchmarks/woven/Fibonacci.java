package dev.morestack.benchmarks.woven;

import dev.morestack.benchmarks.Work;

/** Almost nothing but calls, and never deep: what a check costs where it is never needed. */
public final class Fibonacci implements Work {

    @Override
    public long run(int size) {
        return fibonacci(size);
    }

    private static int fibonacci(int n) {
        return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    }
}
