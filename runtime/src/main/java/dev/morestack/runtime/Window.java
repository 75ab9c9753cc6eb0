package dev.morestack.runtime;

/**
 * How much of a physical stack may be used before it is spilled.
 *
 * <pre>
 *   base  ----------------------------------  root entered here
 *         | narrow window: frames of any kind
 *         ----------------------------------  base - narrow
 *         | wide window: compiled frames only
 *         ----------------------------------  base - wide
 *         | left to the freeze, to code without checks, to native code
 *   end   ----------------------------------  shadow and guard zones
 * </pre>
 *
 * <p>A freeze that meets an interpreted frame recurses in C++ once for every frame and needs up to
 * 4.5 bytes of stack for each byte it freezes, so at most 1 / 5.5 of the stack may be in use by
 * then. A freeze of compiled frames alone is one copy.
 */
final class Window {

    /** Shadow zone (20 pages of 4 KiB) and guard zones (4 pages), HotSpot's defaults on Linux. */
    static final long ZONES = 96 * 1024;

    /**
     * Most bytes of either window, however large the stack: G1 refuses a chunk of more than half a
     * region, and regions begin at 1 MiB. What is left to those 512 KiB is for frames without a
     * check, as of reflection, by which a thread overshoots its window between two measurements.
     */
    private static final long WIDEST_NARROW = 240 * 1024;

    private static final long WIDEST = 336 * 1024;

    private static final int SMALLEST = 8 * 1024;

    private Window() {}

    /** Returns the usable bytes between a root's base and the end of its physical stack. */
    static long usable(long base, long javaThread) {
        long end = Probe.stackBase(javaThread) - Probe.stackSize(javaThread);
        return Math.max(0, base - end - ZONES);
    }

    /** Returns the bytes that frames of any kind may use. */
    static int narrow(long usable, int chosen) {
        long bytes = chosen > 0 ? Math.min(chosen, usable / 2) : usable * 16 / 100;
        return (int) Math.max(SMALLEST, Math.min(bytes, WIDEST_NARROW));
    }

    /** Returns the bytes that compiled frames may use once a thread has shown that it pays. */
    static int wide(long usable, int narrow) {
        return (int) Math.max(narrow, Math.min(usable / 3, WIDEST));
    }
}
