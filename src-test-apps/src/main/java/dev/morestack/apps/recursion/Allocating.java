package dev.morestack.apps.recursion;

/** Recursion that makes garbage and keeps some: the collector runs while the thread is deep. */
final class Allocating {

    private static volatile byte[] sink;

    private Allocating() {}

    static long descend(int n) {
        if (n == 0) {
            return Fold.SEED;
        }
        Integer kept = Integer.valueOf(n + 1_000_000);
        sink = new byte[512];
        long above = descend(n - 1);
        sink = new byte[512];
        return Fold.step(above, kept - 1_000_000);
    }
}
