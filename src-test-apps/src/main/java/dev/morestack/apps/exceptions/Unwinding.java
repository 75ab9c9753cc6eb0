package dev.morestack.apps.exceptions;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;

/** Throws at the bottom and catches at the top. Arguments: a {@link Starter}, the depth. */
public final class Unwinding {

    private final byte[] finallyRuns;
    private final byte[] closes;
    private int last;
    private int outOfOrder;

    private Unwinding(int depth) {
        finallyRuns = new byte[depth];
        closes = new byte[depth];
    }

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[1]);
        Starter.valueOf(args[0]).run(() -> new Unwinding(depth).start(depth));
    }

    private void start(int depth) {
        IllegalStateException thrown = new IllegalStateException("bottom");
        try {
            descend(0, depth, thrown);
            Result.print("caught", "nothing");
        } catch (IllegalStateException e) {
            Result.print("caught", e == thrown ? "same" : "another");
        }
        Result.print("finally-not-once", notOnce(finallyRuns));
        Result.print("close-not-once", notOnce(closes));
        Result.print("out-of-order", outOfOrder);
        Result.print("suppressed", thrown.getSuppressed().length);
    }

    private int descend(int n, int depth, IllegalStateException thrown) {
        if (n == depth) {
            last = n;
            throw thrown;
        }
        try (AutoCloseable resource = () -> closes[n]++) {
            return descend(n + 1, depth, thrown) + resource.hashCode();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            finallyRuns[n]++;
            if (n != last - 1) {
                outOfOrder++;
            }
            last = n;
        }
    }

    private static int notOnce(byte[] runs) {
        int wrong = 0;
        for (byte run : runs) {
            wrong += run == 1 ? 0 : 1;
        }
        return wrong;
    }
}
