package dev.morestack.benchmarks.woven;

import dev.morestack.benchmarks.Work;

/** Takeuchi's function, whose arguments are calls of itself. */
public final class Tak implements Work {

    @Override
    public long run(int size) {
        return tak(size, size * 2 / 3, size / 3);
    }

    private static int tak(int x, int y, int z) {
        return y < x ? tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y)) : z;
    }
}
