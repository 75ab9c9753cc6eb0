package dev.morestack.transformer;

/** How the names of the JDK's classes begin. */
final class JdkNames {

    private static final String[] PREFIXES = {"java/", "javax/", "jdk/", "sun/", "com/sun/", "["};

    private JdkNames() {}

    /** Tells whether an internal name is that of a class of the JDK, or of an array. */
    static boolean contain(String className) {
        for (int i = 0; i < PREFIXES.length; i++) {
            if (className.startsWith(PREFIXES[i])) {
                return true;
            }
        }
        return false;
    }
}
