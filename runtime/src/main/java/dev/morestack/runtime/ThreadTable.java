package dev.morestack.runtime;

import java.util.function.Function;

/**
 * Keeps the VM's table of threads by id right, which management looks threads up in.
 *
 * <p>The VM makes the table when it is first asked for a thread. From then on it adds each thread
 * that starts and removes each that ends, under the id that it has then: at home, both times. A
 * thread that is missing is added when it is asked for, and if that were while it is away, it would
 * stand for its carrier, which may end first. So the table is made before the first move, and a
 * thread asked for before its first: an entry that is there is never replaced.
 */
final class ThreadTable {

    private static final Function<Object, Object> CPU_TIME = cpuTime();

    /** Whether there is no management, and so nobody to ask. */
    private static boolean needless;

    private ThreadTable() {}

    /** Tells whether threads may move; the table has been made then. */
    static boolean isSafe() {
        return CPU_TIME != null && ask(Long.MAX_VALUE) || needless;
    }

    /** Lets the VM note the calling thread, which is at home. */
    static boolean note(Thread thread) {
        return needless || ask(thread.threadId());
    }

    private static boolean ask(long id) {
        try {
            Object unused = CPU_TIME.apply(new Object[] {id});
            return true;
        } catch (RuntimeException | LinkageError e) {
            Installation.log("threads cannot move: ", e);
            return false;
        }
    }

    private static Function<Object, Object> cpuTime() {
        try {
            Class<?> threads = Class.forName("sun.management.ThreadImpl", false, null);
            // Loads the library with the native methods.
            Class.forName("sun.management.ManagementFactoryHelper", true, null);
            return Callers.ofMethod(threads, true, "getThreadTotalCpuTime0", "(J)J");
        } catch (ClassNotFoundException e) {
            needless = true;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            Installation.log("threads cannot move: ", e);
        }
        return null;
    }
}
