package dev.morestack.agent;

/** Which classes of the JDK are woven. */
final class JdkSelection {

    /**
     * What recurses in practice over data that a program was given. A name that ends in a dot
     * stands for the package alone, others for all names that begin so.
     */
    private static final String[] DEFAULTS = {
        "java.util.",
        "java.util.regex.",
        "java.util.stream.",
        "java.util.function.",
        "java.util.concurrent.CompletableFuture",
        "java.io.Object",
        "java.text.",
        "java.math.",
        "javax.xml",
        "com.sun.org.apache",
        "com.sun.tools.javac",
    };

    /**
     * What of these is loaded at every start, is long, and calls nothing that could lead back to
     * it: a check there would only cost time.
     */
    private static final String[] WITHOUT_RECURSION = {
        "java.util.BitSet",
        "java.util.HexFormat",
        "java.util.Locale",
        "java.util.stream.StreamOpFlag",
        "java.util.stream.StreamShape",
    };

    /**
     * What must never spill: the code that switches threads and continuations, and everything that
     * this code calls, also while the current thread is not the one whose stack it runs on.
     */
    private static final String[] NEVER = {
        "java.lang.",
        "jdk.internal.",
        "sun.",
        "java.util.concurrent.ForkJoin",
        "java.util.concurrent.Scheduled",
        "java.util.concurrent.ThreadLocalRandom",
        "java.util.concurrent.LinkedTransferQueue",
        "java.util.concurrent.ConcurrentHashMap",
        "java.util.concurrent.locks.",
        "java.util.concurrent.atomic.",
    };

    private final boolean defaults;
    private final Patterns patterns;

    private JdkSelection(boolean defaults, Patterns patterns) {
        this.defaults = defaults;
        this.patterns = patterns;
    }

    /** Reads {@code default}, {@code none} or patterns; {@code default} may stand among these. */
    static JdkSelection parse(String text) throws OptionException {
        StringBuilder rest = new StringBuilder();
        boolean defaults = false;
        for (String part : text.split(":")) {
            if (part.equals("default")) {
                defaults = true;
            } else if (!part.equals("none")) {
                rest.append(part).append(':');
            }
        }
        return new JdkSelection(defaults, Patterns.parse(rest.toString(), Option.JDK));
    }

    /** Tells whether a class must be left as it is, whatever the options say. */
    static boolean isNever(String className) {
        return startsWithAny(className, NEVER);
    }

    boolean contains(String className) {
        return !isNever(className)
                && (defaults && isDefault(className) || patterns.match(className));
    }

    private static boolean startsWithAny(String className, String[] names) {
        for (int i = 0; i < names.length; i++) {
            if (className.startsWith(names[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDefault(String className) {
        for (int i = 0; i < DEFAULTS.length; i++) {
            String name = DEFAULTS[i];
            if (className.startsWith(name)
                    && (!name.endsWith(".") || className.indexOf('.', name.length()) < 0)) {
                return !startsWithAny(className, WITHOUT_RECURSION);
            }
        }
        return false;
    }
}
