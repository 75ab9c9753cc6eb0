package dev.morestack.apps.traces;

/**
 * Dies deep of an exception that nobody catches. Arguments: the depth, {@code linked} for one with
 * a cause and a suppressed exception.
 */
public final class Uncaught {

    private Uncaught() {}

    public static void main(String[] args) {
        System.out.println(descend(Integer.parseInt(args[0]), args.length > 1));
    }

    private static int descend(int n, boolean linked) {
        if (n > 0) {
            return descend(n - 1, linked) + 1;
        }
        IllegalStateException e = new IllegalStateException("at the bottom");
        if (linked) {
            e.addSuppressed(new IllegalArgumentException("suppressed"));
            e.initCause(new UnsupportedOperationException("the cause"));
        }
        throw e;
    }
}
