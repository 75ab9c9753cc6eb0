package dev.morestack.benchmarks.woven;

import dev.morestack.benchmarks.Work;

/** Up and down a quarter of a default stack all the time: what a program that fits pays. */
public final class Ackermann implements Work {

    @Override
    public long run(int size) {
        return ackermann(2, size);
    }

    private static int ackermann(int m, int n) {
        if (m == 0) {
            return n + 1;
        }
        return n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
    }
}
