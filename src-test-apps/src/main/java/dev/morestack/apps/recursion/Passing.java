package dev.morestack.apps.recursion;

/**
 * Recursion of which two frames in three have no check: those methods only call others that have
 * one, in their own class, in a subclass and in another class.
 */
final class Passing {

    private Passing() {}

    static long start(int n) {
        return around(new Widened(), n);
    }

    private static long around(Passed passed, int n) {
        return n == 0 ? Fold.SEED : Fold.step(passed.down(n), n);
    }

    private static class Passed {

        /** Calls what a subclass may override. */
        long down(int n) {
            return turn(n);
        }

        /** Calls a static method of another class. */
        long turn(int n) {
            return around(this, n - 1);
        }
    }

    private static final class Widened extends Passed {

        @Override
        long turn(int n) {
            return around(this, n - 1);
        }
    }
}
