package dev.morestack.suites;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A jar of tests on the class path that Maven has resolved.
 *
 * @param path the jar
 * @param version the version that its name tells
 */
record TestJar(Path path, String version) {

    private static final String END = "-tests.jar";

    /** Returns the jar of an artifact's tests. */
    static TestJar of(String artifact, List<String> classPath) {
        Pattern name = Pattern.compile(Pattern.quote(artifact) + "-(\\d.*)" + Pattern.quote(END));
        for (String entry : classPath) {
            Path path = Path.of(entry);
            Matcher matcher = name.matcher(path.getFileName().toString());
            if (matcher.matches()) {
                return new TestJar(path, matcher.group(1));
            }
        }
        throw new IllegalArgumentException("no test jar of " + artifact + " in " + classPath);
    }

    /** Tells whether a jar holds some suite's tests: no JVM gets those of another than its own. */
    static boolean is(String jar) {
        return jar.endsWith(END);
    }

    /**
     * Returns the jars on the class path of this JVM; its folders are the code that runs suites.
     */
    static List<String> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .toList();
    }
}
