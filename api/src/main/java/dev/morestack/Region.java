package dev.morestack;

import java.util.concurrent.Callable;

/**
 * Runs code with a given number of contiguous bytes of stack.
 *
 * <p>Without Morestack's agent these methods just call. With it, {@link #enter} and {@link #leave}
 * are replaced in every copy of this class, so that it does not matter which class loader has it.
 */
public final class Region {

    private Region() {}

    /**
     * Calls with so many bytes of stack and returns the result.
     *
     * @param bytes contiguous bytes of stack; nothing is done for 0 and less
     * @throws StackOverflowError with the agent, when there is no stack of that size to be had
     * @throws Exception what the task throws
     */
    public static <T> T call(long bytes, Callable<T> task) throws Exception {
        int token = enter(bytes);
        try {
            return task.call();
        } finally {
            leave(token);
        }
    }

    /**
     * Runs with so many bytes of stack.
     *
     * @param bytes contiguous bytes of stack; nothing is done for 0 and less
     * @throws StackOverflowError with the agent, when there is no stack of that size to be had
     */
    public static void run(long bytes, Runnable task) {
        int token = enter(bytes);
        try {
            task.run();
        } finally {
            leave(token);
        }
    }

    private static int enter(long bytes) {
        return 0;
    }

    private static void leave(int token) {}
}
