package dev.morestack.runtime;

/**
 * Lets the VM make its table of threads by id, which it does when management first asks for one. It
 * notes each thread's {@code JavaThread} in it for good, and takes that for alive. While identities
 * are exchanged, these would be the wrong ones.
 */
final class ThreadTable {

    private ThreadTable() {}

    /** Fills the table; does nothing where there is no management, and so nobody to ask. */
    static void fill() {
        try {
            // Loads the library with the native methods.
            Class.forName("sun.management.ManagementFactoryHelper", true, null);
            Class<?> threads = Class.forName("sun.management.ThreadImpl", true, null);
            Object[] ofNone = {Long.MAX_VALUE};
            Object unused =
                    Callers.ofMethod(threads, true, "getThreadTotalCpuTime0", "(J)J").apply(ofNone);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            Installation.log("the table of threads could not be filled: ", e);
        }
    }
}
