package dev.morestack.apps.threads;

import dev.morestack.apps.Result;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/** Tasks that invoke and tasks that join their successor, nested deep. Arguments: the depth. */
public final class ForkedRecursion extends RecursiveTask<Long> {

    private static final long serialVersionUID = 1L;

    private final int n;
    private final boolean fork;

    private ForkedRecursion(int n, boolean fork) {
        this.n = n;
        this.fork = fork;
    }

    public static void main(String[] args) {
        int depth = Integer.parseInt(args[0]);
        try (ForkJoinPool pool = new ForkJoinPool(1)) {
            Result.print("invoked", pool.invoke(new ForkedRecursion(depth, false)));
            Result.print("forked", pool.invoke(new ForkedRecursion(depth, true)));
        }
    }

    @Override
    protected Long compute() {
        if (n == 0) {
            return 0L;
        }
        ForkedRecursion next = new ForkedRecursion(n - 1, fork);
        return n + (fork ? next.fork().join() : next.invoke());
    }
}
