package dev.morestack.apps.overflow;

import dev.morestack.apps.Result;

/** Catches the overflow where it happened, and needs some stack to handle it. */
public final class HandlerAtTheBottom {

    private static String handled = "no";

    private HandlerAtTheBottom() {}

    public static void main(String[] args) {
        Result.print("returned", descend(0) > 0);
        Result.print("handled", handled);
    }

    private static int descend(int n) {
        try {
            return descend(n + 1);
        } catch (StackOverflowError e) {
            if (handled.equals("no")) {
                handled = "at " + String.format("%s", e instanceof StackOverflowError);
            }
            return n;
        }
    }
}
