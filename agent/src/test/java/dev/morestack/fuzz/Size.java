package dev.morestack.fuzz;

/** How deep programs may go and how long they may run. */
enum Size {
    /** For JVMs in which every call is slow. */
    SMALL(10_000, 40_000, 12 << 20),
    /** More than 100,000 frames. */
    FULL(120_000, 400_000, 96 << 20);

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
