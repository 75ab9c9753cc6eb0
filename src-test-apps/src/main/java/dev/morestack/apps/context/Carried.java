package dev.morestack.apps.context;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;

/** Reads at the bottom what belongs to the thread. Arguments: a {@link Starter}, the depth. */
public final class Carried {

    private static final ThreadLocal<String> LOCAL = ThreadLocal.withInitial(() -> "initial");
    private static final InheritableThreadLocal<String> INHERITED = new InheritableThreadLocal<>();

    private Carried() {}

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[1]);
        INHERITED.set("inherited");
        Starter.valueOf(args[0]).run(() -> start(depth));
    }

    private static void start(int depth) {
        Thread self = Thread.currentThread();
        LOCAL.set("top");
        Result.print("returned", descend(depth, self));
        Result.print("local-afterwards", LOCAL.get());
        Result.print("same-thread-afterwards", Thread.currentThread() == self);
    }

    private static int descend(int n, Thread self) {
        if (n > 0) {
            return descend(n - 1, self) + 1;
        }
        Result.print("local", LOCAL.get());
        Result.print("inherited", INHERITED.get());
        Result.print("same-thread", Thread.currentThread() == self);
        Result.print("loader", self.getContextClassLoader() == Carried.class.getClassLoader());
        LOCAL.set("bottom");
        return 0;
    }
}
