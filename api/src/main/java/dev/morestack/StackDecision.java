package dev.morestack;

/** What a {@link StackPolicy} answers. */
public final class StackDecision {

    private static final StackDecision SEGMENTS = new StackDecision(0, 0, false);
    private static final StackDecision REFUSE = new StackDecision(0, 0, true);

    private final long carrierBytes;
    private final long waitMillis;
    private final boolean refusal;

    private StackDecision(long carrierBytes, long waitMillis, boolean refusal) {
        this.carrierBytes = carrierBytes;
        this.waitMillis = waitMillis;
        this.refusal = refusal;
    }

    /** The frames go to the heap, and the thread goes on with its stack. A region does without. */
    public static StackDecision segments() {
        return SEGMENTS;
    }

    /**
     * The thread moves to a big carrier and goes on there at native speed, up to its end; home
     * again when it is shallow. Segments where that cannot be: in virtual threads, above native
     * frames, or when no carrier is free.
     *
     * @param bytes the least stack of the carrier; the limit, if that is less. Touched pages count
     */
    public static StackDecision carrier(long bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException("a carrier of " + bytes + " bytes; give 1 or more");
        }
        return new StackDecision(bytes, 0, false);
    }

    /**
     * The thread sleeps and asks again.
     *
     * @param millis ms, 1 to 60000
     */
    public static StackDecision await(long millis) {
        if (millis < 1 || millis > 60_000) {
            throw new IllegalArgumentException("a wait of " + millis + " ms; give 1 to 60000");
        }
        return new StackDecision(0, millis, false);
    }

    /** The stack does not grow: the thread gets a {@link StackLimitError} where it ends. */
    public static StackDecision refuse() {
        return REFUSE;
    }

    /** Returns the bytes of the carrier; 0 for none. */
    public long carrierBytes() {
        return carrierBytes;
    }

    /** Returns the ms to wait; 0 for none. */
    public long waitMillis() {
        return waitMillis;
    }

    public boolean isRefusal() {
        return refusal;
    }
}
