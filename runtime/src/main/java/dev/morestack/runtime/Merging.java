package dev.morestack.runtime;

import java.lang.invoke.MorestackCompiled;
import jdk.internal.vm.annotation.Stable;

/**
 * Decides when inlined checks begin to merge with those of the methods that they are inlined into.
 * Interpreted, a check that may merge is twice as dear, so not before the program has made some
 * hundred thousand: until then C2 has compiled little, which is compiled again.
 */
final class Merging {

    /** Measurements of shallow threads to wait for: of some 70 KB of charge each, or 500 checks. */
    private static final int MEASUREMENTS = 1000;

    private static int measurements;

    @Stable private static boolean settled;

    private Merging() {}

    /** Notes a measurement. Threads may do so at once: then it takes a few more. */
    static void count() {
        if (!settled && ++measurements >= MEASUREMENTS) {
            settled = true;
            begin();
        }
    }

    private static void begin() {
        // Under stress every check is to be met.
        if (SlowPath.SETTINGS.stress() == 0 && hasC2() && isPossible()) {
            Morestack.mergeInlined();
        }
    }

    /** Tells whether there is anything to gain, by what the JVM says of its mode. */
    private static boolean hasC2() {
        String mode = System.getProperty("java.vm.info", "");
        return !mode.startsWith("interpreted") && !mode.contains("emulated-client");
    }

    /** Tells whether this JDK has what it takes. */
    private static boolean isPossible() {
        try {
            // False here, or in code that C2 has compiled true: all that counts is that it links.
            boolean unused = MorestackCompiled.knowsSign(0);
            return true;
        } catch (LinkageError e) {
            return false;
        }
    }
}
