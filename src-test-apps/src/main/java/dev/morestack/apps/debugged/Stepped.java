package dev.morestack.apps.debugged;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;

/** Recurses twice. Arguments: a {@link Starter}, the depth. */
public final class Stepped {

    private Stepped() {}

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[1]);
        Starter.valueOf(args[0])
                .run(
                        () -> {
                            Result.print("sum", sum(depth));
                            Result.print("again", sum(depth));
                        });
    }

    private static long sum(int n) {
        if (n == 0) {
            return bottom();
        }
        long below = sum(n - 1);
        return below + n;
    }

    /** Where the debugger stops the program. */
    private static long bottom() {
        return 0;
    }
}
