package dev.morestack.apps.memory;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;

/**
 * Recurses until the heap has no room for the frames, catches what is thrown and goes on.
 *
 * <p>Arguments: a {@link Starter}, the times, where to catch: {@code bottom} or {@code top}.
 */
public final class Exhausted {

    private static final int GOAL = 200_000_000;

    private static int deepest;
    private static int wrong;
    private static int caughtAt;
    private static int cleanedUp;
    private static Throwable caught;

    private Exhausted() {}

    public static void main(String[] args) throws Exception {
        int times = Integer.parseInt(args[1]);
        boolean atTheBottom = args[2].equals("bottom");
        Starter.valueOf(args[0])
                .run(
                        () -> {
                            for (int i = 1; i <= times; i++) {
                                exhaust(i, atTheBottom);
                            }
                        });
        Result.print("main", sum(50_000));
    }

    private static void exhaust(int i, boolean atTheBottom) {
        deepest = 0;
        caughtAt = -1;
        caught = null;
        cleanedUp = 0;
        Thread self = Thread.currentThread();
        int returned = -1;
        try {
            returned = atTheBottom ? toTheBottom(0) : cleaned(0);
        } catch (OutOfMemoryError e) {
            caught = e;
        }
        Result.print("caught-" + i, caught == null ? "nothing" : caught.getClass().getName());
        Result.print("returned-" + i, atTheBottom ? returned == caughtAt : returned == -1);
        Result.print("every-frame-" + i, atTheBottom || cleanedUp == deepest);
        Result.print("deep-" + i, deepest > 20_000);
        Result.print("wrong-" + i, wrong);
        Result.print("same-thread-" + i, self == Thread.currentThread());
        Result.print("after-" + i, sum(20_000));
    }

    /** Whoever meets the error first returns, and all below return as usual. */
    private static int toTheBottom(int n) {
        deepest = Math.max(deepest, n);
        int below;
        try {
            below = n == GOAL ? 0 : toTheBottom(n + 1);
        } catch (OutOfMemoryError e) {
            caught = e;
            caughtAt = n;
            return n;
        }
        if (below != caughtAt) {
            wrong++;
        }
        return below;
    }

    private static int cleaned(int n) {
        deepest = Math.max(deepest, n + 1);
        try {
            return n == GOAL ? 0 : cleaned(n + 1);
        } finally {
            cleanedUp++;
        }
    }

    private static long sum(int n) {
        return n == 0 ? 0 : n + sum(n - 1);
    }
}
