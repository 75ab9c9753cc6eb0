package dev.morestack.apps.overflow;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Recurses without end several times, catches the error each time and goes on.
 *
 * <p>Arguments: a {@link Starter}, the times, a kind of call.
 */
public final class Runaway {

    private static int depth;

    private int ignored;

    private Runaway(int n) {
        depth = n;
        ignored = new Runaway(n + 1).ignored;
    }

    public static void main(String[] args) throws Exception {
        int times = Integer.parseInt(args[1]);
        Starter.valueOf(args[0]).run(() -> overflow(times, args[2]));
    }

    private static void overflow(int times, String kind) {
        for (int i = 1; i <= times; i++) {
            try {
                call(kind);
                Result.print("overflow-" + i, "none");
            } catch (StackOverflowError e) {
                Result.print("overflow-" + i, "StackOverflowError");
                Result.print("trace-" + i, e.getStackTrace().length > 0);
            }
            Result.print("depth-" + i, depth);
            // What a program does next needs stack and heap again.
            Result.print("after-" + i, sum(5_000) + new ArrayList<>(List.of(1, 2)).size());
        }
        Result.print("unlocked", !Thread.holdsLock(Runaway.class));
    }

    private static void call(String kind) {
        switch (kind) {
            case "static" -> descend(0);
            case "synchronized" -> guarded(0);
            case "constructor" -> Result.print("constructed", new Runaway(0).ignored);
            case "lambda" -> {
                IntUnaryOperator[] self = new IntUnaryOperator[1];
                self[0] = n -> self[0].applyAsInt(depth = n + 1) + 1;
                Result.print("returned", self[0].applyAsInt(0));
            }
            case "jdk" -> {
                List<Object> own = new ArrayList<>();
                own.add(own);
                Result.print("returned", own.hashCode());
            }
            case "finally" -> cleaned(0);
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private static int descend(int n) {
        depth = n;
        return descend(n + 1) + 1;
    }

    private static synchronized int guarded(int n) {
        depth = n;
        return guarded(n + 1) + 1;
    }

    private static int cleaned(int n) {
        try {
            return cleaned(n + 1) + 1;
        } finally {
            depth = Math.max(n, depth);
        }
    }

    private static long sum(int n) {
        return n == 0 ? 0 : n + sum(n - 1);
    }
}
