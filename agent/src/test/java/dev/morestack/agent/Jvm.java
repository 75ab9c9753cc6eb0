package dev.morestack.agent;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JVM to run test apps on.
 *
 * @param home the folder with {@code bin/java}
 * @param feature its Java version, such as 25
 */
public record Jvm(Path home, int feature) {

    /** JVMs to test, separated like the class path; the one that runs the tests when not set. */
    public static final String TESTED = "morestack.jdks";

    /** JVMs older than 21 on which the agent must do nothing. */
    private static final String UNSUPPORTED = "morestack.unsupported.jdks";

    private static final int OLDEST_SUPPORTED = 21;

    /** Frames that hold a monitor take up to 340 bytes, compiled by C1. */
    private static final int DEPTH_OF_PINNED = 250;

    private static final Pattern VERSION = Pattern.compile("version \"(?:1\\.)?(\\d+)");
    private static final List<Jvm> ALL = named(System.getProperty(TESTED, ""));

    /** Returns the JVM that tests use which do not ask for another: the first of the tested. */
    public static Jvm standard() {
        return all().findFirst().orElseThrow();
    }

    /** Returns all JVMs to test; a source for parameterized tests. */
    static Stream<Jvm> all() {
        return ALL.isEmpty() ? Stream.of(running()) : ALL.stream();
    }

    /** Returns those JVMs of a property that are too old for the agent; none without it. */
    static List<Jvm> unsupported() {
        List<Jvm> old = new ArrayList<>(named(System.getProperty(UNSUPPORTED, "")));
        old.removeIf(jvm -> jvm.feature >= OLDEST_SUPPORTED);
        return old;
    }

    /** Tells whether frames that hold a monitor can be frozen here (JEP 491). */
    public boolean freezesMonitors() {
        return feature >= 24;
    }

    /**
     * Returns the depth, or where frames that hold a monitor are pinned, as many of them as have
     * room on the smallest stack that tests use.
     */
    int depthWithMonitors(int depth) {
        return freezesMonitors() ? depth : Math.min(depth, DEPTH_OF_PINNED);
    }

    String java() {
        return home.resolve("bin").resolve("java").toString();
    }

    private static Jvm running() {
        return new Jvm(Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    private static List<Jvm> named(String paths) {
        List<Jvm> jvms = new ArrayList<>();
        for (String path : paths.split(File.pathSeparator)) {
            if (!path.isEmpty()) {
                Path home = Path.of(path).toAbsolutePath();
                jvms.add(new Jvm(home, askVersion(home)));
            }
        }
        return jvms;
    }

    private static int askVersion(Path home) {
        try {
            Path answer = Files.createTempFile("jvm", ".txt");
            Process process =
                    new ProcessBuilder(home.resolve("bin/java").toString(), "-version")
                            .redirectErrorStream(true)
                            .redirectOutput(answer.toFile())
                            .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Matcher version = VERSION.matcher(Files.readString(answer));
            Files.delete(answer);
            if (version.find()) {
                return Integer.parseInt(version.group(1));
            }
            throw new IllegalArgumentException(home + " does not tell its version");
        } catch (IOException e) {
            throw new IllegalArgumentException(home + " has no JVM", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "JDK " + feature + " in " + home.getFileName();
    }
}
