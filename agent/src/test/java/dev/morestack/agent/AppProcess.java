package dev.morestack.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/**
 * A fresh JVM that runs a main class, with or without the agent, always with {@code -Xverify:all}.
 *
 * <p>It is killed when its time is up, and that fails the test, as does a crash of the JVM. Every
 * failure shows the command that repeats it.
 */
final class AppProcess {

    private static final String APPS = "dev.morestack.apps.";

    /** Variables that make a JVM print lines of its own, or that the agent reads. */
    private static final List<String> FOREIGN =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final String mainClass;
    private final List<String> flags = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Jvm jvm = Jvm.standard();
    private String classPath = required("morestack.testapps");
    private String agentOptions = "";
    private boolean agent = true;
    private String heap = "2g";
    private Duration limit = Duration.ofSeconds(90);

    private AppProcess(String mainClass) {
        this.mainClass = mainClass;
    }

    /** Returns a process of a test app, named without the prefix that all of them share. */
    static AppProcess of(String app) {
        return new AppProcess(APPS + app);
    }

    /** Returns a process of another main class. */
    static AppProcess ofMainClass(String name, Path classPath) {
        AppProcess process = new AppProcess(name);
        process.classPath = classPath.toString();
        return process;
    }

    AppProcess on(Jvm other) {
        jvm = other;
        return this;
    }

    /** Sets the options of the agent, {@code key=value} each. */
    AppProcess options(String... keyValues) {
        agentOptions = String.join(",", keyValues);
        return this;
    }

    AppProcess withoutAgent() {
        agent = false;
        return this;
    }

    /** Adds flags of the JVM; a later one wins. */
    AppProcess flags(String... added) {
        flags.addAll(Arrays.asList(added));
        return this;
    }

    AppProcess heap(String size) {
        heap = size;
        return this;
    }

    AppProcess arguments(Object... added) {
        for (Object argument : added) {
            arguments.add(argument.toString());
        }
        return this;
    }

    AppProcess environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    AppProcess timeout(Duration longest) {
        limit = longest;
        return this;
    }

    /** Runs the process and returns how it ended, which must be by itself and without a crash. */
    Outcome run() {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("morestack-app");
            return run(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Folders.delete(folder);
        }
    }

    private Outcome run(Path folder) throws IOException, InterruptedException {
        List<String> command = command(folder.resolve("hs_err.txt"));
        Path out = folder.resolve("stdout.txt");
        Path err = folder.resolve("stderr.txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.toFile());
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(AppProcess::isForeign);
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            stop(process);
        }
        Outcome outcome =
                new Outcome(
                        shell(command),
                        process.waitFor(),
                        Files.readString(out),
                        Files.readString(err),
                        Duration.ofNanos(System.nanoTime() - start));
        if (!ended) {
            Assertions.fail(outcome.describe("did not end within " + limit));
        }
        if (Files.exists(folder.resolve("hs_err.txt"))) {
            String report = Files.readString(folder.resolve("hs_err.txt"));
            String head = report.substring(0, Math.min(report.length(), 6_000));
            Assertions.fail(outcome.describe("crashed the JVM:\n" + head));
        }
        return outcome;
    }

    private List<String> command(Path errorFile) {
        List<String> command = new ArrayList<>();
        command.add(jvm.java());
        command.add("-Xverify:all");
        command.add("-Xmx" + heap);
        command.add("-XX:ErrorFile=" + errorFile);
        command.add("-XX:-CreateCoredumpOnCrash");
        command.addAll(flags);
        if (agent) {
            String jar = required("morestack.jar");
            command.add("-javaagent:" + jar + (agentOptions.isEmpty() ? "" : "=" + agentOptions));
        }
        command.add("-cp");
        command.add(classPath);
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /** Lets the JVM print what its threads do before it is killed. */
    private static void stop(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start().waitFor();
        process.waitFor(3, TimeUnit.SECONDS);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static boolean isForeign(String variable) {
        return FOREIGN.contains(variable) || variable.startsWith("MORESTACK_");
    }

    private String shell(List<String> command) {
        StringBuilder line = new StringBuilder();
        environment.forEach((name, value) -> line.append(name + "='" + value + "' "));
        for (String word : command) {
            boolean plain = word.matches("[\\w@%+=:,./-]+");
            line.append(plain ? word : "'" + word + "'").append(' ');
        }
        return line.toString().stripTrailing();
    }

    private static String required(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(
                    "process tests need the system property " + property + " (an absolute path)");
        }
        return value;
    }
}
