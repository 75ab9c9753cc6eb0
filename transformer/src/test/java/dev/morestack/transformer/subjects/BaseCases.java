package dev.morestack.transformer.subjects;

/** Base cases in several shapes. */
final class BaseCases {

    private BaseCases left;
    private BaseCases right;
    private int value;

    private BaseCases(BaseCases left) {
        this.left = left;
    }

    static int ternary(int n) {
        return n == 0 ? 0 : 1 + ternary(n - 1);
    }

    static int ternaryCallingFirst(int n) {
        return n > 0 ? 1 + ternaryCallingFirst(n - 1) : 0;
    }

    static int several(int m, int n) {
        if (m == 0) {
            return n + 1;
        }
        if (n < 0) {
            return -1;
        }
        return several(m - 1, several(m, n - 1));
    }

    static int nullCase(BaseCases tree) {
        if (tree == null) {
            return 0;
        }
        return tree.value + nullCase(tree.left) + nullCase(tree.right);
    }

    static int either(int m, int n) {
        if (m < 0 || n < 0) {
            return 0;
        }
        return either(m - 1, n);
    }

    static int both(int m, int n) {
        if (m > 0 && n > 0) {
            return both(m - 1, n - 1);
        }
        return m;
    }

    static void countDown(int n) {
        if (n > 0) {
            countDown(n - 1);
        }
    }

    static int localFirst(int[] numbers, int from) {
        int end = numbers.length;
        if (from >= end) {
            return 0;
        }
        return numbers[from] + localFirst(numbers, from + 1);
    }

    static int callsInBoth(int n) {
        if (n < 0) {
            return callsInBoth(n + 1);
        }
        return Fibonacci.of(n);
    }

    static int throwing(int n, RuntimeException e) {
        if (n < 0) {
            throw e;
        }
        return Fibonacci.of(n);
    }

    int writesFirst(int n) {
        value = n;
        if (n == 0) {
            return 0;
        }
        return writesFirst(n - 1);
    }

    static BaseCases makes(int n) {
        if (n == 0) {
            return null;
        }
        return new BaseCases(makes(n - 1));
    }
}
