package dev.morestack.apps.limits;

import dev.morestack.apps.Result;

/**
 * Recurses through a method that only hands on to another of its class, and a subclass that
 * overrides that. Argument: the depth.
 */
public final class OverriddenUnseen {

    private OverriddenUnseen() {}

    /** Calls no method but its own, which would check if it were not small. */
    static class HandsOn {

        long down(int n) {
            return n == 0 ? 0 : turn(n);
        }

        long turn(int n) {
            return n;
        }
    }

    /** The class to exclude. */
    static final class Overriding extends HandsOn {

        @Override
        long turn(int n) {
            return n + down(n - 1);
        }
    }

    public static void main(String[] args) {
        try {
            Result.print("sum", new Overriding().down(Integer.parseInt(args[0])));
        } catch (StackOverflowError e) {
            Result.print("sum", "overflow");
        }
    }
}
