package dev.morestack.runtime;

/**
 * The numbers that the runtime works with, fixed at install.
 *
 * @param window physical bytes a thread may use before its first spill; 0 derives it from the
 *     thread's stack
 * @param initial physical bytes that new platform threads use before their first spill, on larger
 *     stacks than usual; 0 for stacks as ever
 * @param widens whether that grows for threads that reach it again and again
 * @param quantum physical bytes a platform thread may use between spills once it is deep
 * @param limit most logical stack bytes of one thread
 * @param budget most logical stack bytes of all threads together
 * @param patience ms that a thread waits for room in the budget
 * @param stress every how many checks to spill wherever it is legal; 0 for never
 * @param counts whether spills are counted
 */
public record Settings(
        int window,
        int initial,
        boolean widens,
        int quantum,
        long limit,
        long budget,
        long patience,
        int stress,
        boolean counts) {

    /** What holds until the agent has installed its own; nothing spills before that. */
    static final Settings DEFAULTS = new Settings(0, 0, true, 5000, 1L << 30, 1L << 30, 0, 0, true);

    private static Settings installed = DEFAULTS;

    static Settings installed() {
        return installed;
    }

    /**
     * Fixes the settings. To be called once, before {@link SlowPath} is initialised: it keeps them
     * in a constant, which the compilers fold.
     */
    static void install(Settings settings) {
        installed = settings;
    }
}
