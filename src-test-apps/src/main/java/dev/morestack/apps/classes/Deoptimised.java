package dev.morestack.apps.classes;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;

/**
 * Compiled frames that count on there being but one implementation, until another one is loaded at
 * the bottom. Arguments: a {@link Starter}, the depth, the rounds before.
 */
public final class Deoptimised {

    private static int value;

    private Deoptimised() {}

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        Starter.valueOf(args[0]).run(() -> start(depth, rounds));
    }

    private static void start(int depth, int rounds) {
        Step first = new Step();
        for (int i = 0; i < rounds; i++) {
            value = first.descend(1_000, i, false);
        }
        Result.print("before", first.descend(depth, 0, false));
        Result.print("while", first.descend(depth, 0, true));
        Result.print("after", first.descend(depth, 0, true));
    }

    private static class Step {

        int descend(int n, int start, boolean load) {
            if (n == 0) {
                return load ? start + other().by() : start;
            }
            return descend(n - 1, start, load) + by();
        }

        int by() {
            return 1;
        }
    }

    private static Step other() {
        return new Late();
    }

    /** Loaded when the first is made. */
    private static final class Late extends Step {
        @Override
        int by() {
            return 1_000;
        }
    }
}
