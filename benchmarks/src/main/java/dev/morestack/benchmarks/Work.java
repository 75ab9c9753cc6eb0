package dev.morestack.benchmarks;

/**
 * Recursion that is measured. Implementations are stateless, with a constructor of no arguments.
 */
public interface Work {

    /** Recurses as deep as {@code size} says, in the implementation's own sense. */
    long run(int size);
}
