package dev.morestack.transformer.subjects;

/** Methods whose check comes first, and one that needs none. */
abstract class Plain {

    int descend(int n) {
        int below = step(n - 1);
        return below == 0 ? 1 : below + descend(below);
    }

    static String longest(long[] numbers, int from) {
        String first = String.valueOf(numbers[from]);
        return first.length() > 9 ? first : longest(numbers, from + 1);
    }

    int twice(int n) {
        return 2 * n;
    }

    abstract int step(int n);
}
