package dev.morestack;

/**
 * Thrown by a method's prologue, before its body has begun, when the logical stack of the thread
 * has reached Morestack's limit, or all threads together its budget. Code that catches {@link
 * StackOverflowError} catches it too.
 */
public final class StackLimitError extends StackOverflowError {

    private static final long serialVersionUID = 1L;

    private final long limit;
    private final long depth;

    /**
     * Creates the error.
     *
     * @param message one line that names the limit and the option that changes it
     * @param limit most bytes of logical stack that the thread, or all threads together, may have
     * @param depth bytes of logical stack that the thread had, frozen frames only
     */
    public StackLimitError(String message, long limit, long depth) {
        super(message);
        this.limit = limit;
        this.depth = depth;
    }

    /** Returns the most bytes of logical stack that the thread, or all threads, may have. */
    public long limit() {
        return limit;
    }

    /** Returns the bytes of logical stack that the thread had when the error was thrown. */
    public long depth() {
        return depth;
    }
}
