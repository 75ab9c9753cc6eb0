package dev.morestack.fuzz;

import java.util.List;

/** Something that a generated method does between its calls and that has no frames afterwards. */
enum Deed {
    THREAD_LOCAL(Feature.THREAD_LOCALS, 10_000),
    LOCK(Feature.LOCKS, 10_000),
    NOTIFY(Feature.SYNCHRONIZED, 1_000),
    /** A wait of a millisecond on a monitor that may be held many times already. */
    WAIT(Feature.WAITS, 8),
    INTERRUPT(Feature.INTERRUPTS, 100),
    PARK(Feature.PARKING, 1_000),
    /** A park that ends by itself. */
    PARK_BRIEFLY(Feature.PARKING, 50),
    YIELD(Feature.CALLS, 50),
    GARBAGE(Feature.ALLOCATION, 20_000),
    COLLECT(Feature.ALLOCATION, 1);

    private static final List<Deed> ALL = List.of(values());

    final Feature feature;

    /** How often a program does it at most. */
    final int most;

    Deed(Feature feature, int most) {
        this.feature = feature;
        this.most = most;
    }

    static Deed of(int ordinal) {
        return ALL.get(ordinal);
    }
}
