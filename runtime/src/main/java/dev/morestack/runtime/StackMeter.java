package dev.morestack.runtime;

/**
 * How far a rooted thread may go before the next spill, and how many bytes of charge that is.
 *
 * <p>It learns two things: how many real bytes a charged byte stands for in the code that runs now,
 * and whether the thread crosses its window again and again with compiled frames only.
 */
final class StackMeter {

    private static final int LEAST_GRANT = 256;
    private static final int MOST_GRANT = 128 * 1024;

    /** Real bytes a charged byte stands for, times 256; 2.0 until it has been seen. */
    private static final int FIRST_RATIO = 512;

    private static final int LEAST_RATIO = 16;
    private static final int MOST_RATIO = 16 * 256;

    /** Spills from a shallow, all compiled stack after which the window is widened. */
    private static final int SPILLS_TO_WIDEN = 2;

    private static final int MOST_CONTIGUOUS = 128 * 1024;

    private final long usable;

    /** Whether the thread goes on here to the end of the stack, without segments. */
    private final boolean contiguous;

    private final int narrow;
    private final int wide;
    private final int quantum;
    private final int interpretedQuantum;
    private int window;
    private int crossings;

    private boolean deep;

    /**
     * Whether an interpreted frame was among the few that came back from the last spill: a sample
     * of the code that runs now.
     */
    private boolean interpreted;

    private int ratio = FIRST_RATIO;
    private int granted;
    private long lastUsed;

    final Spills spills;

    /**
     * Creates the meter of a root on one stack.
     *
     * @param spills what the root has frozen, which it takes from stack to stack
     * @param contiguous whether it is to use the stack up to its end
     */
    StackMeter(long base, long javaThread, Spills spills, boolean contiguous) {
        this.spills = spills;
        this.contiguous = contiguous;
        usable = Window.usable(base, javaThread);
        Settings settings = SlowPath.SETTINGS;
        boolean isFirst = settings.initial() > 0 && !contiguous && FirstStacks.isOne(usable);
        int ordinary = Window.narrow(usable, settings.window());
        narrow = isFirst ? settings.initial() : ordinary;
        quantum = Math.min(settings.quantum(), narrow);
        interpretedQuantum = ordinary;
        wide = settings.widens() && !isFirst ? Window.wide(usable, narrow) : narrow;
        window = narrow;
    }

    /** Returns the bytes of the physical stack that the root may use. */
    long usable() {
        return usable;
    }

    /** Returns the bytes in use when the stack was last looked at. */
    long lastUsed() {
        return lastUsed;
    }

    boolean isContiguous() {
        return contiguous;
    }

    int narrow() {
        return narrow;
    }

    int window() {
        return window;
    }

    boolean isDeep() {
        return deep;
    }

    void setDeep(boolean deep) {
        this.deep = deep;
    }

    /** Returns the bytes that a deep thread may use before its next spill. */
    int quantum() {
        return interpreted ? interpretedQuantum : quantum;
    }

    void setInterpreted(boolean interpreted) {
        this.interpreted = interpreted;
    }

    /** Back to the narrow window: an interpreted frame was met in the wide one. */
    void narrowDown() {
        window = narrow;
        crossings = 0;
    }

    /** Notes a spill from a shallow stack, and widens the window for a thread that repeats them. */
    void crossedWindow(boolean allCompiled) {
        if (!allCompiled) {
            crossings = 0;
        } else if (++crossings >= SPILLS_TO_WIDEN) {
            window = wide;
        }
    }

    /** Learns from how far the stack has moved what a charged byte stands for. */
    void observe(long used, int left) {
        long charged = (long) granted - left;
        long moved = used - lastUsed;
        if (granted > 0 && charged > 0 && moved > 0) {
            long seen = Math.clamp(moved * 256 / charged, LEAST_RATIO, MOST_RATIO);
            // Up at once, down by and by: an underestimate overshoots the boundary.
            ratio = (int) (seen > ratio ? seen : (3L * ratio + seen) / 4);
        }
        lastUsed = used;
    }

    /** Forgets where the stack was: it has been spilled or another one is in use. */
    void restart(long used) {
        lastUsed = used;
    }

    /** Returns the bytes of charge until the next measurement on a contiguous stack. */
    int grantThere(long used) {
        long room = usable - usable / 16 - used;
        granted = Math.clamp(room * 64 / ratio, LEAST_GRANT, MOST_CONTIGUOUS);
        return granted;
    }

    /**
     * Returns the bytes of charge until the next measurement.
     *
     * @param used physical bytes in use
     * @param boundary physical bytes at which the next spill is due
     */
    int grant(long used, long boundary) {
        long room = boundary - used;
        // Soundness: half of what a freeze of interpreted frames can still cope with. When deep,
        // the boundary is only where a spill is cheapest, so it may be aimed at.
        long sound = (narrow - used) * 128 / Math.max(ratio, 256);
        long aim = deep ? room * 256 / ratio : room * 128 / Math.max(ratio, 256);
        long bytes = deep ? Math.min(aim, sound) : aim;
        granted = Math.clamp(bytes, LEAST_GRANT, MOST_GRANT);
        return granted;
    }
}
