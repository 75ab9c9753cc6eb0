package dev.morestack.transformer.subjects;

/** Recursion that holds monitors. */
final class Locked {

    private final Object lock = new Object();

    synchronized int whole(int n) {
        return n == 0 ? 0 : 1 + whole(n - 1);
    }

    int block(int n) {
        synchronized (lock) {
            if (n == 0) {
                return 0;
            }
            return 1 + block(n - 1);
        }
    }
}
