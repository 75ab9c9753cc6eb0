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

    /**
     * A region is entered that the stack has no room for.
     *
     * @return what is to be given to {@link #regionEnded}, may be null
     */
    Object regionBegins();

    /**
     * A region has ended, or has to do with the stack that is there.
     *
     * @param begun what {@link #regionBegins} has returned
     * @param bytes what it has asked for
     * @param carrierBytes the whole stack of the big carrier it had, 0 when it had none
     */
    void regionEnded(Object begun, long bytes, long carrierBytes);

    /** A thread is at the limit. Sizes are in bytes. */
    void limitReached(long depth, long limit);
}
