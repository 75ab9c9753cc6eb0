package dev.morestack.apps.mains;

import dev.morestack.apps.Result;
import java.util.Arrays;

/** What each {@code main} does: recurse, and say what it was given. */
final class Depth {

    private Depth() {}

    static void descend(String... args) {
        Result.print("arguments", Arrays.toString(args));
        Result.print("folded", descend(Integer.getInteger("depth")));
        Result.print("thread", Thread.currentThread().getName());
    }

    private static long descend(int n) {
        return n == 0 ? 17 : descend(n - 1) * 31 + n;
    }
}
