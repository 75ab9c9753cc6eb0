package dev.morestack.suites;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A fresh JVM in which the console launcher runs tests of one suite. */
final class SuiteProcess {

    private static final String LAUNCHER = "org.junit.platform.console.ConsoleLauncher";
    private static final String HEAP = "-Xmx1500m";

    /** What some tests depend on, so that as few as possible fail without the agent. */
    private static final List<String> FLAGS =
            List.of(
                    "-Xverify:all",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:+EnableDynamicAgentLoading",
                    "-Duser.language=en",
                    "-Duser.country=US",
                    "-Duser.timezone=UTC",
                    "-Djava.awt.headless=true");

    /** What the suites reach into, and what their own builds set for it. */
    private static final List<String> OPENED =
            List.of(
                    "java.base/java.io",
                    "java.base/java.lang",
                    "java.base/java.lang.invoke",
                    "java.base/java.lang.reflect",
                    "java.base/java.net",
                    "java.base/java.nio",
                    "java.base/java.text",
                    "java.base/java.time",
                    "java.base/java.time.chrono",
                    "java.base/java.util",
                    "java.base/java.util.concurrent",
                    "java.base/java.util.concurrent.atomic",
                    "java.base/java.util.stream");

    private final Suite suite;
    private final Machine machine;

    SuiteProcess(Suite suite, Machine machine) {
        this.suite = suite;
        this.machine = machine;
    }

    /**
     * Runs tests and returns how each of them ended.
     *
     * @param workspace where the JVM runs and leaves its reports
     * @param classes the classes to run; if there are none, all of the suite
     */
    SuiteRun run(Mode mode, Workspace workspace, List<String> classes)
            throws IOException, InterruptedException {
        List<String> command = command(mode, workspace);
        if (classes.isEmpty()) {
            command.addAll(suite.filters());
            command.add("--scan-classpath=" + workspace.tests());
        }
        classes.forEach(name -> command.add("--select-class=" + name));
        long start = System.nanoTime();
        String problem = start(command, workspace);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        if (Files.exists(workspace.crash())) {
            problem = "the JVM crashed: " + workspace.crash();
        }
        Map<String, TestOutcome> outcomes = Map.of();
        try {
            outcomes = TestReport.read(workspace.reports());
        } catch (IOException e) {
            // The JVM died while it wrote.
            problem += " " + e;
        }
        long spills = mode == Mode.WITHOUT ? 0 : AgentReport.spills(workspace.counts());
        return new SuiteRun(mode, outcomes, spills, taken, problem);
    }

    private List<String> command(Mode mode, Workspace workspace) {
        List<String> command = new ArrayList<>(List.of(machine.java().toString(), HEAP));
        command.add("-XX:ErrorFile=" + workspace.crash());
        command.addAll(FLAGS);
        command.add("-Djava.io.tmpdir=" + workspace.temporary());
        OPENED.forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
        command.addAll(mode.flags(machine.agent(), workspace.counts(), suite));
        List<String> classPath = new ArrayList<>(List.of(workspace.tests().toString()));
        machine.classPath().stream().filter(jar -> !TestJar.is(jar)).forEach(classPath::add);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
        command.addAll(List.of(LAUNCHER, "execute", "--disable-banner", "--details=none"));
        command.add("--reports-dir=" + workspace.reports());
        return command;
    }

    /** Returns what went wrong with the JVM itself; empty if nothing. */
    private String start(List<String> command, Workspace workspace)
            throws IOException, InterruptedException {
        Path out = workspace.output();
        ProcessBuilder builder = new ProcessBuilder(command).directory(workspace.folder().toFile());
        builder.redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(SuiteProcess::isForeign);
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (process.waitFor(suite.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                // 1: tests failed, which is for the comparison to judge.
                int code = process.exitValue();
                return code == 0 || code == 1 ? "" : "exit code " + code + ": " + out;
            }
            // The JVM prints what its threads do before it is killed.
            new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start().waitFor();
            process.waitFor(3, TimeUnit.SECONDS);
            return "did not end within " + suite.limit().toSeconds() + " s: " + out;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    /** Variables that make a JVM print lines of its own, or that the agent reads. */
    private static boolean isForeign(String variable) {
        return variable.endsWith("JAVA_OPTIONS")
                || variable.equals("JAVA_TOOL_OPTIONS")
                || variable.startsWith("MORESTACK_");
    }
}
