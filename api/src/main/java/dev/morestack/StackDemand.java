package dev.morestack;

/** What a {@link StackPolicy} is asked about; good for that call alone. Sizes are in bytes. */
public interface StackDemand {

    /** Tells whether the thread's stack has not grown yet, or is shallow again. */
    boolean isFirst();

    /** Tells whether a region asks, and not a recursion. */
    boolean isRegion();

    /** Returns what the region asks for; 0 when none does. */
    long requested();

    /** Returns the thread whose stack runs out: the current one. */
    Thread thread();

    /** Returns the logical stack of the thread, frames on the heap included. */
    long depth();

    /** Returns the most that a thread's logical stack may have. */
    long limit();

    /** Returns what all threads have reserved of the budget for frames. */
    long inUse();

    /** Returns what all threads may have together. */
    long budget();

    /** Returns what the thread has spilled in the last second or so, here and there again. */
    long spilledLately();

    /** Returns where the program is: the method that is about to run. Walks the stack. */
    StackTraceElement site();
}
