package dev.morestack.transformer.subjects;

/** Code with handlers where a method begins. */
final class Guarded {

    static int whole(int n) {
        try {
            if (n == 0) {
                return 0;
            }
            return 1 + whole(n - 1);
        } catch (StackOverflowError e) {
            return whole(1);
        }
    }

    static int baseCaseThrows(int[] numbers) {
        try {
            if (numbers.length == 0) {
                return 0;
            }
        } catch (NullPointerException e) {
            return baseCaseThrows(new int[1]);
        }
        return baseCaseThrows(new int[numbers.length - 1]);
    }

    static int behindBaseCase(int n) {
        if (n == 0) {
            return 0;
        }
        try {
            return 1 + behindBaseCase(n - 1);
        } finally {
            behindBaseCase(0);
        }
    }

    static int laterOn(int n) {
        if (n == 0) {
            return 0;
        }
        int less = n - 1;
        try {
            return laterOn(less);
        } catch (RuntimeException e) {
            return less;
        }
    }
}
