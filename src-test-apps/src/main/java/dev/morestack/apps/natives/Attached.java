package dev.morestack.apps.natives;

import dev.morestack.apps.Result;

/**
 * Recurses on threads that native code has made and attached to the JVM. Arguments: the depth, how
 * many such threads.
 */
public final class Attached {

    private Attached() {}

    public static void main(String[] args) {
        int depth = Integer.parseInt(args[0]);
        int count = Integer.parseInt(args[1]);
        for (int i = 0; i < count; i++) {
            Result.print("sum", Native.callOnNewThread(depth, i % 2 == 1));
        }
    }

    static long entry(int depth) {
        Thread self = Thread.currentThread();
        long first = sum(depth);
        // Again, for the root of the first call has ended.
        long second = inner(depth);
        Result.print("same", first == second && Thread.currentThread() == self);
        Result.print("daemon", self.isDaemon());
        return first;
    }

    private static long inner(int depth) {
        return sum(depth);
    }

    private static long sum(int n) {
        return n == 0 ? 0 : n + sum(n - 1);
    }
}
