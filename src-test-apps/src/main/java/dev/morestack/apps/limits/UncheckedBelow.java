package dev.morestack.apps.limits;

import dev.morestack.apps.Result;

/**
 * Recurses above frames of code that may have no checks.
 *
 * <p>Arguments: frames of {@link Unchecked}, frames above.
 */
public final class UncheckedBelow {

    private UncheckedBelow() {}

    /** The class to exclude. */
    static final class Unchecked {

        private Unchecked() {}

        static long descend(int below, int above) {
            return below == 0 ? UncheckedBelow.descend(above) : 1 + descend(below - 1, above);
        }
    }

    public static void main(String[] args) {
        int below = Integer.parseInt(args[0]);
        int above = Integer.parseInt(args[1]);
        try {
            Result.print("sum", Unchecked.descend(below, above));
        } catch (StackOverflowError e) {
            Result.print("sum", "overflow");
        }
        Result.print("alone", descend(above));
    }

    private static long descend(int n) {
        return n == 0 ? 0 : 1 + descend(n - 1);
    }
}
