package dev.morestack.transformer.subjects;

/** One base case before the recursion. */
final class Fibonacci {

    static int of(int n) {
        if (n < 2) {
            return n;
        }
        return of(n - 1) + of(n - 2);
    }
}
