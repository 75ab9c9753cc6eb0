package dev.morestack.suites;

import java.nio.file.Path;
import java.util.List;

/**
 * What suites are run on and with.
 *
 * @param java the command that starts a JVM
 * @param agent the agent's jar
 * @param classPath the jars of all suites and of the console launcher
 * @param folder where runs leave what they write
 */
record Machine(Path java, Path agent, List<String> classPath, Path folder) {

    /** Returns what the system properties of the build say. */
    static Machine ofProperties() {
        Path home = Path.of(System.getProperty("suites.java", System.getProperty("java.home")));
        return new Machine(
                home.resolve("bin").resolve("java"),
                Path.of(required("morestack.jar")),
                TestJar.classPath(),
                Path.of(required("suites.folder")).toAbsolutePath());
    }

    private static String required(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("the system property " + property + " is not set");
        }
        return value;
    }
}
