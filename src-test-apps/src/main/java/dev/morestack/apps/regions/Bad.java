package dev.morestack.apps.regions;

import dev.morestack.BigStack;
import dev.morestack.Region;
import dev.morestack.apps.Result;

/** Asks for regions that there cannot be. */
public final class Bad {

    private Bad() {}

    public static void main(String[] args) throws Exception {
        Result.print("malformed", malformed());
        Result.print("zero", zero());
        Result.print("huge", huge());
        Result.print("negative", Region.call(-5, () -> "called"));
        Result.print("none", Region.call(0, () -> "called"));
        try {
            Result.print("largest", Region.call(Long.MAX_VALUE, () -> "called"));
        } catch (StackOverflowError e) {
            Result.print("largest", e.getClass().getSimpleName());
        }
        Result.print("after", Region.call(4 << 20, () -> "called"));
    }

    @BigStack("lots")
    private static String malformed() {
        return "called";
    }

    @BigStack("0")
    private static String zero() {
        return "called";
    }

    @BigStack("900000g")
    private static String huge() {
        return "called";
    }
}
