package dev.morestack.transformer.subjects;

/** Loops where a method begins. */
final class Loops {

    static int testedFirst(int n) {
        while (n > 0) {
            n = Fibonacci.of(n);
        }
        return n;
    }

    static int testedLast(int n) {
        do {
            n = Fibonacci.of(n);
        } while (n > 0);
        return n;
    }

    static int behindBaseCase(int n) {
        if (n < 0) {
            return 0;
        }
        while (n > 10) {
            n = Fibonacci.of(n);
        }
        return n;
    }

    static int laterOn(int n) {
        if (n < 0) {
            return 0;
        }
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Fibonacci.of(i);
        }
        return sum;
    }
}
