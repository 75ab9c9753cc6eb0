package dev.morestack.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/**
 * A folder that the launcher takes for the whole machine: with JDKs whose {@code java} prints its
 * arguments, a project without sources to speak of, and a Maven that writes down how it was called.
 * All of its paths have spaces.
 */
final class FakeMachine {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Path LAUNCHER = Path.of("..", "morestack");

    /** What the launcher may call; neither java nor mvn can be among it by accident. */
    private static final List<String> TOOLS =
            List.of("sh", "dirname", "find", "head", "mkdir", "readlink", "sed");

    private static final String JAVA =
            """
            #!/bin/sh
            if [ "$1" = -version ]; then
                echo 'openjdk version "VERSION" 2026-01-20' >&2
                exit
            fi
            echo "VERSION pid $$"
            for argument; do printf '<%s>' "$argument"; done
            exit 7
            """;

    private static final String MAVEN =
            """
            #!/bin/sh
            echo "$@ JAVA_HOME=$JAVA_HOME" >>maven-calls.txt
            echo 'what Maven says'
            [ ! -e broken ] || exit 1
            : >agent/target/morestack.jar
            : >examples/target/morestack-examples.jar
            """;

    final Path root;
    final Path project;
    final Path home;
    private final Path bin;
    private final Map<String, String> environment = new LinkedHashMap<>();

    FakeMachine(Path folder) throws IOException {
        root = folder.resolve("a machine");
        project = root.resolve("my project");
        home = root.resolve("home/some one");
        bin = root.resolve("tool s");
        Files.createDirectories(home);
        Files.createDirectories(bin);
        for (String tool : TOOLS) {
            Files.createSymbolicLink(bin.resolve(tool), onRealPath(tool));
        }
        for (String module : List.of("runtime", "transformer", "agent", "examples")) {
            write(project.resolve(module + "/src/main/java/Some.java"), "");
            write(project.resolve(module + "/pom.xml"), "");
            Files.createDirectories(project.resolve(module + "/target"));
        }
        write(project.resolve("pom.xml"), "  <version>1.2.3</version>\n");
        String launcher = Files.readString(LAUNCHER);
        Assertions.assertTrue(launcher.contains("\nroot=\n"));
        program(
                project.resolve("morestack"),
                launcher.replace("\nroot=\n", "\nroot='" + root + "'\n"));
        environment.put("PATH", bin.toString());
        environment.put("HOME", home.toString());
        makeOld();
    }

    /** Adds a JDK below the root, with the file in which JDKs state their version. */
    Path jdk(String folder, String version) throws IOException {
        Path jdk = jdkWithoutRelease(folder, version);
        write(jdk.resolve("release"), "IMPLEMENTOR=\"=\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    /** Adds a JDK that must be asked for its version. */
    Path jdkWithoutRelease(String folder, String version) throws IOException {
        Path jdk = root.resolve(folder);
        program(jdk.resolve("bin/java"), JAVA.replace("VERSION", version));
        program(jdk.resolve("bin/javac"), "");
        return jdk;
    }

    void maven() throws IOException {
        program(bin.resolve("mvn"), MAVEN);
    }

    /** Puts a link to a program on the path. */
    void onPath(String name, Path target) throws IOException {
        Files.createSymbolicLink(bin.resolve(name), target);
    }

    FakeMachine environment(String name, Object value) {
        environment.put(name, value.toString());
        return this;
    }

    /** Makes all sources older than anything built later. */
    void makeOld() throws IOException {
        FileTime before = FileTime.from(Instant.now().minusSeconds(60));
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, before);
            }
        }
    }

    /** Returns a line for each call of Maven so far. */
    List<String> mavenCalls() throws IOException {
        Path calls = project.resolve("maven-calls.txt");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    Outcome launch(String... arguments) throws IOException, InterruptedException {
        return launch(project.resolve("morestack"), arguments);
    }

    /** Runs the launcher by another path, in a folder that has nothing to do with it. */
    Outcome launch(Path launcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(Arrays.asList(arguments));
        Path out = root.resolve("out.txt");
        Path err = root.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            Assertions.assertTrue(ended, () -> command + " did not end within " + LIMIT);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        // The fake java prints its pid, which is the launcher's if that has become the program.
        String printed = Files.readString(out).replace("pid " + process.pid(), "exec");
        return new Outcome(
                String.join(" ", command),
                process.exitValue(),
                printed,
                Files.readString(err),
                Duration.ZERO);
    }

    static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static void program(Path file, String content) throws IOException {
        write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path onRealPath(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
