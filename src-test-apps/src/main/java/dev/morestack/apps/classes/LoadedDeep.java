package dev.morestack.apps.classes;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;

import java.util.List;
import java.util.function.Function;

/**
 * Loads, links and initialises at the bottom what the program has not used before. Arguments: a
 * {@link Starter}, the depth.
 */
public final class LoadedDeep {

    private LoadedDeep() {}

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[1]);
        Starter.valueOf(args[0]).run(() -> Result.print("returned", descend(depth)));
    }

    private static int descend(int n) {
        if (n > 0) {
            return descend(n - 1) + 1;
        }
        Result.print("initialised", Late.VALUE);
        Function<Integer, String> lambda = i -> "linked " + i + " at " + n;
        Result.print("lambda", lambda.apply(7));
        Result.print("record", new Pair("left", 2));
        Result.print("switch", kind("text"));
        Result.print(
                "format", String.format("%05d", List.of(1, 2, 3).stream().mapToInt(i -> i).sum()));
        try {
            Result.print("failed", Failing.value());
        } catch (ExceptionInInitializerError e) {
            Result.print("failing", e.getCause().getMessage());
        }
        return 0;
    }

    private static String kind(Object object) {
        return switch (object) {
            case Integer i when i > 3 -> "integer";
            case String s -> "string of " + s.length();
            default -> "other";
        };
    }

    private record Pair(String left, int right) {}

    private static final class Late {
        static final int VALUE;

        static {
            VALUE = recurse(200);
        }

        private static int recurse(int n) {
            return n == 0 ? 0 : recurse(n - 1) + 1;
        }
    }

    private static final class Failing {
        private static final int VALUE = fail();

        static int value() {
            return VALUE;
        }

        private static int fail() {
            throw new IllegalStateException("on purpose");
        }
    }
}
