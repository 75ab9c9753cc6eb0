package dev.morestack.apps.recursion;

import java.util.function.IntToLongFunction;

/** Recursion by each kind of direct call. */
final class Calls {

    private Calls() {}

    static long ofStatic(int n) {
        return n == 0 ? Fold.SEED : Fold.step(ofStatic(n - 1), n);
    }

    static synchronized long ofSynchronizedStatic(int n) {
        return n == 0 ? Fold.SEED : Fold.step(ofSynchronizedStatic(n - 1), n);
    }

    static long ofVirtual(int n) {
        Walker even = new Walker();
        even.other = new EagerWalker();
        even.other.other = even;
        return even.walk(n);
    }

    static long ofInterfaceDefault(int n) {
        return new Left(new Right()).climb(n);
    }

    static long ofSynchronized(int n) {
        return new Guarded().enter(n);
    }

    static long ofLambda(int n) {
        IntToLongFunction[] self = new IntToLongFunction[1];
        self[0] = m -> m == 0 ? Fold.SEED : Fold.step(self[0].applyAsLong(m - 1), m);
        return self[0].applyAsLong(n);
    }

    /** Two classes take turns, so that no call site has but one receiver. */
    private static class Walker {
        Walker other;

        long walk(int n) {
            return n == 0 ? Fold.SEED : Fold.step(other.walk(n - 1), n);
        }
    }

    private static final class EagerWalker extends Walker {
        @Override
        long walk(int n) {
            if (n == 0) {
                return Fold.SEED;
            }
            long above = other.walk(n - 1);
            return Fold.step(above, n);
        }
    }

    private interface Climber {
        Climber next();

        default long climb(int n) {
            return n == 0 ? Fold.SEED : Fold.step(next().climb(n - 1), n);
        }
    }

    private static final class Left implements Climber {
        private final Right right;

        Left(Right right) {
            this.right = right;
            right.left = this;
        }

        @Override
        public Climber next() {
            return right;
        }
    }

    private static final class Right implements Climber {
        private Left left;

        @Override
        public Climber next() {
            return left;
        }
    }

    private static final class Guarded {
        private int inside;

        synchronized long enter(int n) {
            int before = inside++;
            long above = n == 0 ? Fold.SEED : Fold.step(enter(n - 1), n);
            // Those above have left what they entered.
            return --inside == before ? above : Long.MIN_VALUE;
        }
    }
}
