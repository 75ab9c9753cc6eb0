package dev.morestack.benchmarks;

/** How much time an answer is worth. */
enum Effort {
    /** For figures that are published. */
    FULL,
    /** For a rough answer. */
    QUICK,
    /** For none: everything runs once, so that a test sees whether it runs at all. */
    SMOKE
}
