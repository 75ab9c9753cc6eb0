package dev.morestack.runtime;

/**
 * Is told of sampled spills and of what is rarer. Called on the program's threads, in the middle of
 * their checks: it must be quick and throw nothing.
 */
public interface SpillObserver {

    /**
     * A sampled spill is about to happen.
     *
     * @return what is to be given to {@link #spilled}, may be null
     */
    Object spilling();

    /**
     * The spill has happened.
     *
     * @param begun what {@link #spilling} has returned
     * @param bytes bytes frozen
     * @param depth bytes of the whole logical stack
     * @param weight spills that this one stands for
     */
    void spilled(Object begun, long bytes, long depth, int weight);

    /**
     * A spill was refused.
     *
     * @param used physical bytes in use
     */
    void pinned(String reason, long used);

    /** A thread is at the limit. Sizes are in bytes. */
    void limitReached(long depth, long limit);
}
