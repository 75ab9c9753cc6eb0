package dev.morestack.agent;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    private final List<String> program;
    private final List<String> flags = new ArrayList<>();
    private final List<String> lastFlags = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Jvm jvm = Jvm.standard();
    private String classPath =
            required("morestack.testapps") + File.pathSeparator + required("morestack.api");
    private String agentOptions = "";
    private boolean agent = true;
    private String heap = "2g";
    private Duration limit = Duration.ofSeconds(90);

    private AppProcess(List<String> program) {
        this.program = program;
    }

    /** Returns a process of a test app, named without the prefix that all of them share. */
    static AppProcess of(String app) {
        return new AppProcess(List.of(APPS + app));
    }

    /** Returns a process of another main class. */
    static AppProcess ofMainClass(String name, Path classPath) {
        return new AppProcess(List.of(name)).classPath(classPath.toString());
    }

    /** Returns a process of what else may be told {@code java} to run, such as a jar. */
    static AppProcess ofWords(String... words) {
        return new AppProcess(List.of(words)).classPath("");
    }

    /** Sets where the program's classes are; empty for no class path. */
    AppProcess classPath(String path) {
        classPath = path;
        return this;
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
        return agent(false);
    }

    AppProcess agent(boolean attached) {
        agent = attached;
        return this;
    }

    /** Adds flags of the JVM; a later one wins. */
    AppProcess flags(String... added) {
        flags.addAll(Arrays.asList(added));
        return this;
    }

    /** Adds a flag that is none when it is empty, as tables of cases have it. */
    AppProcess flag(String added) {
        return added.isEmpty() ? this : flags(added);
    }

    /** Adds flags that the JVM reads after the agent, such as another agent. */
    AppProcess flagsAfterAgent(String... added) {
        lastFlags.addAll(Arrays.asList(added));
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
        try (RunningApp app = start()) {
            return app.end();
        }
    }

    /** Starts the process; whoever does closes it. */
    RunningApp start() {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("morestack-app");
            List<String> command = command(folder.resolve(RunningApp.ERROR_FILE));
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().keySet().removeIf(AppProcess::isForeign);
            builder.environment().putAll(environment);
            return new RunningApp(builder, shell(command), folder, limit);
        } catch (IOException e) {
            Folders.delete(folder);
            throw new IllegalStateException(e);
        }
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
        command.addAll(lastFlags);
        if (!classPath.isEmpty()) {
            command.add("-cp");
            command.add(classPath);
        }
        command.addAll(program);
        command.addAll(arguments);
        return command;
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

    /** Returns a system property that the build sets. */
    static String required(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(
                    "process tests need the system property " + property + " (an absolute path)");
        }
        return value;
    }
}
