package dev.morestack.transformer;

/** What weaving a class came to. */
public final class Woven {

    private final byte[] bytes;
    private final boolean hasRegions;
    private final int checks;
    private final int[] elided;
    private final int[] leftOut;

    Woven(byte[] bytes, boolean hasRegions, int checks, int[] elided, int[] leftOut) {
        this.bytes = bytes;
        this.hasRegions = hasRegions;
        this.checks = checks;
        this.elided = elided;
        this.leftOut = leftOut;
    }

    /** The class could not be woven at all. */
    static Woven not(LeftOut reason) {
        int[] leftOut = new int[LeftOut.COUNT];
        leftOut[reason.ordinal()] = 1;
        return new Woven(null, false, 0, new int[Elision.COUNT], leftOut);
    }

    /** Returns the new class file; null when the class is to stay as it is. */
    public byte[] bytes() {
        return bytes;
    }

    /** Tells whether there are regions in it. */
    public boolean hasRegions() {
        return hasRegions;
    }

    /** Returns the number of methods that got a check. */
    public int checks() {
        return checks;
    }

    /** Returns the number of methods that need no check for the reason given. */
    public int elided(Elision reason) {
        return elided[reason.ordinal()];
    }

    /** Returns the number of methods (or 1 for a whole class) left out for the reason given. */
    public int leftOut(LeftOut reason) {
        return leftOut[reason.ordinal()];
    }
}
