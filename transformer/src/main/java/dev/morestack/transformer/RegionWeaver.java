package dev.morestack.transformer;

/**
 * Weaves regions into a class: before checks are, which see them as any other code. Visitors, and
 * ASM with them, are loaded with the first class that has a region.
 */
public final class RegionWeaver {

    /** The prefix of native methods that are wrapped; the JVM strips it to find their code. */
    public static final String NATIVE_PREFIX = "$$morestack$";

    private RegionWeaver() {}

    /**
     * Returns the class with its regions; null when it has none.
     *
     * @param wraps whether native methods may be wrapped: not in a class that is loaded already
     */
    public static byte[] weave(byte[] classFile, RegionSelection selection, boolean wraps) {
        RawClass file = new RawClass(classFile);
        ClassShape.check(file);
        return weave(file, selection, wraps);
    }

    static byte[] weave(RawClass file, RegionSelection selection, boolean wraps) {
        boolean isDue = RegionConstants.mayHaveRegion(file, selection);
        boolean calls = selection.hasCalls() && RegionConstants.haveCall(file, selection);
        if (!isDue && !calls) {
            return null;
        }
        try {
            return RegionVisitor.weave(file, selection, isDue, calls, wraps);
        } catch (RuntimeException e) {
            // ASM throws what it runs into, a method that has become too large among it.
            selection.failed(file.className(file.header + 2).replace('/', '.'), e);
            return null;
        }
    }
}
