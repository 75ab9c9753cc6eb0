package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/**
 * Weaves the check into every method of a class that needs one.
 *
 * <p>Only bodies change: no member, no frame of the original code, nothing that reflection shows.
 * So a class that is loaded already can be retransformed.
 */
public final class Weaver {

    private Weaver() {}

    /**
     * Returns the class with its checks, or the reason why it stays as it is. Never throws.
     *
     * @param entries methods that native code calls, which may need a root of their own
     */
    public static Woven weave(byte[] classFile, MethodSelection entries) {
        return weave(classFile, entries, null, false);
    }

    /**
     * The same with regions.
     *
     * @param regions which methods need one; null when none does
     * @param wraps whether native methods may be wrapped: not in a class that is loaded already
     */
    public static Woven weave(
            byte[] classFile, MethodSelection entries, RegionSelection regions, boolean wraps) {
        try {
            if (hasAncientCode(classFile) || isOfFuture(classFile)) {
                return Woven.not(LeftOut.UNREADABLE);
            }
            RawClass file = new RawClass(classFile);
            ClassShape.check(file);
            byte[] withRegions = regions == null ? null : RegionWeaver.weave(file, regions, wraps);
            return withRegions == null
                    ? weaveChecks(file, entries, null)
                    : weaveChecks(new RawClass(withRegions), entries, withRegions);
        } catch (RuntimeException e) {
            // ASM throws what it runs into: a version it does not know, an index out of bounds, a
            // dynamic constant among its own arguments.
            return Woven.not(LeftOut.UNREADABLE);
        }
    }

    private static Woven weaveChecks(RawClass file, MethodSelection entries, byte[] withRegions) {
        boolean hasRegions = withRegions != null;
        ScannedMethod[] methods = ClassScan.methods(file);
        Plan plan = new Plan(file, methods, entries);
        if (plan.isEmpty()) {
            return plan.woven(withRegions, hasRegions);
        }
        byte[] patched = ClassPatch.of(file, plan);
        byte[] woven = patched;
        if (patched == null) {
            woven = Prologues.weave(file.bytes, plan);
        } else if (!plan.isOfChecksAlone()) {
            // Visitors are slow, and the JVM is long at compiling them, so they get to see only
            // what needs them: that is one method, as a rule.
            woven = Prologues.weaveRest(patched, plan);
        }
        return woven == null ? Woven.not(LeftOut.TOO_LARGE) : plan.woven(woven, hasRegions);
    }

    /**
     * Tells whether the class is older than 45.3, the first format of JDK 1.0.2: its code
     * attributes have shorter headers, which HotSpot still reads and ASM does not.
     */
    private static boolean hasAncientCode(byte[] classFile) {
        int minor = (classFile[4] & 0xff) << 8 | classFile[5] & 0xff;
        int major = (classFile[6] & 0xff) << 8 | classFile[7] & 0xff;
        return major < 45 || major == 45 && minor < 3;
    }

    /** Tells whether the format is newer than any that ASM knows: attributes may have changed. */
    private static boolean isOfFuture(byte[] classFile) {
        return ((classFile[6] & 0xff) << 8 | classFile[7] & 0xff) > Opcodes.V28;
    }
}
