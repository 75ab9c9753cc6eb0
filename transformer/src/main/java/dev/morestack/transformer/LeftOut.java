package dev.morestack.transformer;

/** Why a class or a method that needs a check was left as it was. */
public enum LeftOut {
    /** The class file has a version or a shape that cannot be read. */
    UNREADABLE("unreadable"),
    /**
     * The method would exceed 64 KiB of code (JVMS 4.7.3), or the constant pool its 65535 entries.
     */
    TOO_LARGE("too large");

    static final int COUNT = values().length;

    private final String label;

    LeftOut(String label) {
        this.label = label;
    }

    /** Returns the reason in words. */
    public String label() {
        return label;
    }
}
