package dev.morestack.apps.natives;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;

/**
 * Java that calls native code that calls Java, each time deep. Arguments: a {@link Starter}, the
 * depth of each stretch of Java, the number of native calls on the stack. With the system property
 * {@code monitors}, what native code calls is synchronized.
 */
public class Bounce {

    private final Object lock = new Object();
    private int entries;

    private Bounce() {}

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[1]);
        int levels = Integer.parseInt(args[2]);
        Starter.valueOf(args[0]).run(() -> start(depth, levels));
    }

    private static void start(int depth, int levels) {
        Bounce bounce = Boolean.getBoolean("monitors") ? new Guarded() : new Bounce();
        try {
            Result.print("sum", bounce.descend(levels, depth, depth));
            Result.print("thrown", bounce.descend(3, -1, depth));
        } catch (IllegalStateException e) {
            Result.print("thrown", e.getMessage());
        }
        Result.print("entries", bounce.entries);
        Result.print("lock", Thread.holdsLock(bounce.lock));
    }

    /** Called by native code. */
    long entry(int levels, byte small, double large, int depth) {
        entries++;
        if (small != 7 || large != 0.5) {
            throw new AssertionError("the arguments have changed");
        }
        if (levels == 0 && depth < 0) {
            throw new IllegalStateException("from the innermost");
        }
        return descend(levels, depth, Math.max(depth, 1_000));
    }

    private long descend(int levels, int depth, int n) {
        if (n > 0) {
            return descend(levels, depth, n - 1) + 1;
        }
        synchronized (lock) {
            return levels == 0 ? 0 : Native.bounce(this, levels - 1, depth);
        }
    }

    private static final class Guarded extends Bounce {

        @Override
        synchronized long entry(int levels, byte small, double large, int depth) {
            return super.entry(levels, small, large, depth);
        }
    }
}
