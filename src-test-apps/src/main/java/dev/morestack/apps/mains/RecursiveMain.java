package dev.morestack.apps.mains;

import dev.morestack.apps.Result;

/** A main that calls itself. */
public final class RecursiveMain {

    private static int depth;

    private RecursiveMain() {}

    public static void main(String[] args) {
        if (depth == Integer.getInteger("depth")) {
            Result.print("bottom", depth);
            return;
        }
        depth++;
        main(args);
        depth--;
        if (depth == 0) {
            Result.print("top", depth);
        }
    }
}
