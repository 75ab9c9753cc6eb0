package dev.morestack.apps.context;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;

/**
 * Binds a scoped value anew every hundredth frame. Arguments: a {@link Starter}, the depth. Needs
 * JDK 25.
 */
public final class Scoped {

    private static final ScopedValue<Integer> FRAME = ScopedValue.newInstance();

    private Scoped() {}

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[1]);
        Starter.valueOf(args[0])
                .run(
                        () ->
                                ScopedValue.where(FRAME, depth)
                                        .run(() -> Result.print("wrong", descend(depth, depth))));
    }

    private static int descend(int n, int bound) {
        if (n == 0) {
            return FRAME.get() == bound ? 0 : 1;
        }
        int wrong =
                n % 100 == 0
                        ? ScopedValue.where(FRAME, n).call(() -> descend(n - 1, n))
                        : descend(n - 1, bound);
        return wrong + (FRAME.get() == bound ? 0 : 1);
    }
}
