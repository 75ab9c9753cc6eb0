package dev.morestack.benchmarks.woven;

import dev.morestack.benchmarks.Work;

/** Counts the ways in which queens can stand on a board; a loop in each frame. */
public final class Queens implements Work {

    @Override
    public long run(int size) {
        return place((1 << size) - 1, 0, 0, 0);
    }

    private static long place(int all, int columns, int left, int right) {
        if (columns == all) {
            return 1;
        }
        long ways = 0;
        int free = all & ~(columns | left | right);
        while (free != 0) {
            int square = free & -free;
            free ^= square;
            ways += place(all, columns | square, (left | square) << 1, (right | square) >> 1);
        }
        return ways;
    }
}
