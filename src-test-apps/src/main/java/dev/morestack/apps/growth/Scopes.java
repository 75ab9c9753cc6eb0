package dev.morestack.apps.growth;

import dev.morestack.FixedStack;
import dev.morestack.GrowableStack;
import dev.morestack.Morestack;
import dev.morestack.StackPolicies;
import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;

/** Policies for a call and for a method. Arguments: a {@link Starter}, and the frames to go. */
public final class Scopes {

    private Scopes() {}

    public static void main(String[] args) throws Exception {
        int frames = Integer.parseInt(args[1]);
        Starter.valueOf(args[0]).run(() -> all(frames));
    }

    private static void all(int frames) {
        Result.print("outside", outcome(frames));
        Result.print("fixed-call", with(true, frames));
        Result.print("growable-call", with(false, frames));
        Result.print("fixed-method", fixed(frames));
        Result.print("growable-method", growable(frames));
        Result.print("growable-in-fixed", growableInFixed(frames));
        Result.print("carrier-method", onCarrier(frames));
        Result.print("unknown-method", unknown(frames));
        try {
            thrown();
        } catch (IllegalStateException e) {
            Result.print("thrown", e.getMessage());
        }
        Result.print("outside-again", outcome(frames));
        Result.print("room", Morestack.tryEnter(1 << 10));
        Result.print("no-room", Morestack.tryEnter(Long.MAX_VALUE));
    }

    private static String with(boolean isFixed, int frames) {
        try {
            return Morestack.with(
                    isFixed ? StackPolicies.fixed() : StackPolicies.segments(),
                    () -> outcome(frames));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @FixedStack
    private static String fixed(int frames) {
        return outcome(frames);
    }

    @GrowableStack
    private static String growable(int frames) {
        return outcome(frames);
    }

    @FixedStack
    private static String growableInFixed(int frames) {
        return growable(frames);
    }

    @GrowableStack("carrier")
    private static String onCarrier(int frames) {
        return outcome(frames);
    }

    @GrowableStack("elastic")
    private static String unknown(int frames) {
        return outcome(frames);
    }

    @FixedStack
    private static void thrown() {
        throw new IllegalStateException("out of the scope");
    }

    private static String outcome(int frames) {
        try {
            return Integer.toString(descend(frames));
        } catch (StackOverflowError e) {
            return "overflow";
        }
    }

    private static int descend(int frames) {
        return frames == 0 ? 0 : 1 + descend(frames - 1);
    }
}
