package dev.morestack.agent;

/** Which classes are woven. */
final class ClassSelection {

    private static final ClassLoader OWN = ClassSelection.class.getClassLoader();
    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

    private final Patterns includes;
    private final Patterns excludes;
    private final JdkSelection jdk;

    ClassSelection(Patterns includes, Patterns excludes, JdkSelection jdk) {
        this.includes = includes;
        this.excludes = excludes;
        this.jdk = jdk;
    }

    /**
     * Tells whether a class is to be woven.
     *
     * @param loader its defining loader; null for the boot loader
     * @param module its module; null when unknown
     * @param className its binary name
     */
    boolean contains(ClassLoader loader, Module module, String className) {
        if (loader == OWN || className.startsWith("dev.morestack.agent.")) {
            return false;
        }
        boolean chosen =
                isJdk(loader, module) ? jdk.contains(className) : includes.match(className);
        return chosen && !excludes.match(className);
    }

    /**
     * Tells whether a class of the JDK is named by a rule for regions, though it is not woven
     * otherwise. Nothing else that is left out gets any.
     */
    boolean mayHaveRegions(
            ClassLoader loader, Module module, String className, BigStackRules regions) {
        return loader != OWN
                && isJdk(loader, module)
                && regions.mayRule(className)
                && !JdkSelection.isNever(className)
                && !excludes.match(className);
    }

    /** Modules of the JDK belong to three loaders, the program's among them (jdk.compiler). */
    private static boolean isJdk(ClassLoader loader, Module module) {
        if (loader == null || loader == PLATFORM) {
            return true;
        }
        if (module == null || !module.isNamed()) {
            return false;
        }
        String name = module.getName();
        return name.startsWith("java.") || name.startsWith("jdk.");
    }
}
