package dev.morestack;

/**
 * Decides where a stack that runs out grows: in segments on the heap, on a big carrier, or not at
 * all. It decides the allocation alone; checks, switches and traces stay as they are.
 *
 * <p>It is asked when a thread is about to spill for the first time, at growth steps, and when a
 * region needs another stack: seldom enough that it may think for a microsecond. It runs in the
 * middle of the program's calls, on the thread that is asking, which may hold any lock; so it must
 * not wait for others and must not recurse. What it throws counts as {@link
 * StackDecision#segments()}.
 *
 * <p>The agent's option {@code policy} chooses the one for all threads, or the file {@code
 * META-INF/services/dev.morestack.StackPolicy} does; {@code Morestack.with} the one for a call.
 */
public interface StackPolicy {

    /** Decides what happens now. */
    StackDecision decide(StackDemand demand);
}
