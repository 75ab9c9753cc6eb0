package dev.morestack.transformer;

/** Why a method needs no check. */
public enum Elision {
    /** It has no code: abstract or native. */
    NO_CODE("no code"),
    /** It makes no call, so no recursion passes through it, and its frame is small. */
    NO_CALL("no call"),
    /** It calls only methods of the JDK that make no call back, and its frame is small. */
    LEAF_CALLS("only leaf calls"),
    /**
     * It also calls methods of its own class for which the same holds, and that no other can stand
     * in for; the frames of the deepest chain are small together.
     */
    BOUNDED_CALLS("only bounded calls"),
    /** It also calls methods that have checks, so that no recursion is without. */
    CHECKED_CALLS("only checked calls");

    static final int COUNT = values().length;

    private final String label;

    Elision(String label) {
        this.label = label;
    }

    /** Returns the reason in words. */
    public String label() {
        return label;
    }
}
