package dev.morestack.apps.exceptions;

import dev.morestack.apps.Result;

/**
 * Every thousandth frame catches what those above it threw and throws another. Arguments: the
 * depth.
 */
public final class CaughtHalfway {

    private CaughtHalfway() {}

    public static void main(String[] args) {
        int depth = Integer.parseInt(args[0]);
        try {
            descend(depth);
        } catch (Numbered e) {
            Result.print("caught", e.number);
        }
        // And once more without: the frames caught in are gone for good.
        Result.print("again", sum(depth));
    }

    private static void descend(int n) throws Numbered {
        if (n == 0) {
            throw new Numbered(0);
        }
        if (n % 1000 != 0) {
            descend(n - 1);
            return;
        }
        try {
            descend(n - 1);
        } catch (Numbered e) {
            throw new Numbered(e.number + 1);
        }
    }

    private static long sum(int n) {
        return n == 0 ? 0 : n + sum(n - 1);
    }

    private static final class Numbered extends Exception {
        private static final long serialVersionUID = 1L;

        private final int number;

        Numbered(int number) {
            super(null, null, false, false);
            this.number = number;
        }
    }
}
