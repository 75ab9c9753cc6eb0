package dev.morestack.fuzz;

/** How deep programs may go and how long they may run. */
enum Size {
    /** For JVMs in which every call is slow. */
    SMALL(10_000, 40_000, 12 << 20),
    /** More than 100,000 frames. */
    FULL(120_000, 400_000, 96 << 20),
    /** For programs that meet a limit, and then run again, {@link #SHALLOW}. */
    LIMITED(20_000, 60_000, 24 << 20),
    /** Within the stack that no limit takes away. */
    SHALLOW(100, 2_000, 40 << 10);

    final int depth;
    final int calls;

    /** The most bytes of stack, by a generous estimate of interpreted frames. */
    final int bytes;

    Size(int depth, int calls, int bytes) {
        this.depth = depth;
        this.calls = calls;
        this.bytes = bytes;
    }
}
