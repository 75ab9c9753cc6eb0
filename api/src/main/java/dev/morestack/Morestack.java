package dev.morestack;

import java.util.concurrent.Callable;

/**
 * What a program can ask of Morestack at run time.
 *
 * <p>Without the agent {@link #with} just calls and {@link #tryEnter} allows everything. With it,
 * the methods that do nothing here are replaced in every copy of this class.
 */
public final class Morestack {

    private Morestack() {}

    /**
     * Calls while the calling thread's stack grows as the policy decides.
     *
     * @throws Exception what the task throws
     */
    public static <T> T with(StackPolicy policy, Callable<T> task) throws Exception {
        if (policy == null) {
            throw new IllegalArgumentException("no policy; StackPolicies has some");
        }
        Object former = enter(policy);
        try {
            return task.call();
        } finally {
            leave(former);
        }
    }

    /**
     * Tells whether the budget has room for a stack of so many bytes now, so that a server can turn
     * a request away before it starts it. Nothing is reserved.
     */
    public static boolean tryEnter(long bytes) {
        return true;
    }

    private static Object enter(Object policy) {
        return policy;
    }

    private static void leave(Object former) {}
}
