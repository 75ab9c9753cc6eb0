package dev.morestack.apps.classes;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;

/**
 * Recurses in static initialisers, which the JVM calls through a native frame. Arguments: a {@link
 * Starter}, the depth.
 */
public final class InitialisedDeep {

    private static volatile int depth;

    private InitialisedDeep() {}

    public static void main(String[] args) throws Exception {
        depth = Integer.parseInt(args[1]);
        Starter.valueOf(args[0]).run(InitialisedDeep::start);
    }

    private static void start() {
        Result.print("shallow", Shallow.SUM);
        Result.print("returned", descend(depth));
    }

    private static int descend(int n) {
        if (n > 0) {
            return descend(n - 1) + 1;
        }
        Result.print("deep", Deep.SUM);
        try {
            Result.print("thrown", Throwing.SUM);
        } catch (ExceptionInInitializerError e) {
            Result.print("thrown", e.getCause().getMessage());
        }
        return 0;
    }

    private static long sum(int n) {
        return n == 0 ? 0 : n + sum(n - 1);
    }

    private static long fail(int n) {
        if (n == 0) {
            throw new IllegalStateException("at the bottom");
        }
        return n + fail(n - 1);
    }

    private static final class Shallow {
        static final long SUM = sum(depth);
    }

    private static final class Deep {
        static final long SUM = sum(depth);
    }

    private static final class Throwing {
        static final long SUM = fail(depth);
    }
}
