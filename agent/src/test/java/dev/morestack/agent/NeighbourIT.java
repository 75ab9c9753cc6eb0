package dev.morestack.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs grow beside other agents, libraries that make classes, and a flight recording. */
@Execution(ExecutionMode.CONCURRENT)
final class NeighbourIT {

    private static final int DEPTH = 200_000;
    private static final Path JARS = Path.of(AppProcess.required("morestack.neighbours"));

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"MAIN, true", "MAIN, false", "RUNNABLE, true", "VIRTUAL, false"})
    void coverageIsMeasuredWhicheverAgentComesFirst(String starter, boolean first)
            throws IOException {
        Path data = folder.resolve("jacoco.exec");
        String agent =
                "org.jacoco.agent-runtime.jar=destfile=" + data + ",includes=dev.morestack.*";
        recurse(starter, agent, first);
        Assertions.assertTrue(Files.size(data) > 100, "no coverage was written");
        String text = Files.readString(data, java.nio.charset.StandardCharsets.ISO_8859_1);
        Assertions.assertTrue(text.contains("dev/morestack/apps/recursion/Calls"), "not covered");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void openTelemetryIsAtWorkWhicheverAgentComesFirst(boolean first) {
        AppProcess process =
                AppProcess.of("recursion.Recursion")
                        .environment("OTEL_TRACES_EXPORTER", "none")
                        .environment("OTEL_METRICS_EXPORTER", "none")
                        .environment("OTEL_LOGS_EXPORTER", "none");
        Outcome outcome = recurse(process, "EXECUTOR", "opentelemetry-javaagent.jar", first);
        Assertions.assertTrue(
                outcome.stderr().contains("opentelemetry-javaagent - version"),
                () -> outcome.describe("the other agent was not there"));
        for (String bad : new String[] {"ERROR", "WARN io.opentelemetry", "Exception"}) {
            Assertions.assertFalse(outcome.stderr().contains(bad), () -> outcome.describe(bad));
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIN, false", "MAIN, true", "VIRTUAL, false"})
    void mockitoChangesClassesThatAreWoven(String starter, boolean asAgent) throws IOException {
        AppProcess process =
                AppProcess.of("neighbours.Mocked")
                        .classPath(classPath())
                        .options("report=stderr")
                        .flags("-XX:+EnableDynamicAgentLoading")
                        .heap("1g")
                        .arguments(starter, DEPTH, 2_000);
        if (asAgent) {
            process.flagsAfterAgent("-javaagent:" + JARS.resolve("mockito-core.jar"));
        }
        process.run()
                .grew()
                .printed("sum", Expected.sum(DEPTH))
                .printed("mock", 70)
                .printed("not-mocked", 0)
                .printed("spy", Expected.sum(2_000))
                .printed("static", "mocked")
                .printed("static-afterwards", "real")
                .printed("again", Expected.sum(DEPTH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void recursionPassesThroughClassesThatAreMadeAtRunTime(String starter) throws IOException {
        int depth = 50_000;
        AppProcess.of("neighbours.Generated")
                .classPath(classPath())
                .options("report=stderr", "limit=1g")
                .arguments(starter, depth)
                .run()
                .grew()
                .printed("proxy", Expected.sum(depth))
                .printed("hidden", Expected.sum(depth))
                .printed("subclass", Expected.sum(depth))
                .printed("made-deep", 2 * Expected.sum(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void aFlightRecordingSamplesDeepThreads(String starter) throws IOException {
        Path recording = folder.resolve("recording.jfr");
        AppProcess.of("recursion.Recursion")
                .options("report=stderr")
                .flags("-XX:StartFlightRecording=settings=profile,filename=" + recording)
                .flags("-Xlog:jfr+startup=off")
                .heap("1g")
                .arguments(starter, DEPTH, "STATIC", "ALLOCATING", "LAMBDA", "ALLOCATING")
                .run()
                .grew()
                .printed("static", Expected.fold(DEPTH))
                .printed("lambda", Expected.fold(DEPTH))
                .printed("allocating", Expected.fold(DEPTH), Expected.fold(DEPTH));
        List<RecordedEvent> events = RecordingFile.readAllEvents(recording);
        Assertions.assertTrue(
                events.stream().anyMatch(NeighbourIT::showsTheProgram),
                () -> events.size() + " events, none of the program");
    }

    /**
     * The profiler walks stacks by itself, and stops where the frozen frames begin. Its samples
     * still tell what the thread is computing.
     */
    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void aSamplingProfilerSeesTheFramesOfADeepThreadThatAreNotFrozen(String starter)
            throws IOException {
        Path library = profiler();
        Path samples = folder.resolve("samples.txt");
        AppProcess.of("neighbours.Sampled")
                // On a big carrier all frames are sampled.
                .options("report=stderr", "policy=segments")
                .flags(
                        "-agentpath:"
                                + library
                                + "=start,event=ctimer,interval=1ms,jstackdepth=200000,collapsed,file="
                                + samples)
                .heap("1g")
                .arguments(starter, 100_000, 300_000_000)
                .run()
                .grew()
                .printed("work", 100_000)
                .printed("again", 100_000);
        List<String> working =
                Files.readAllLines(samples).stream()
                        .filter(line -> line.contains("neighbours/Sampled.work"))
                        .toList();
        Assertions.assertFalse(working.isEmpty(), "no sample of the work at the bottom");
        Assertions.assertTrue(
                working.stream().anyMatch(line -> !line.contains("Sampled.lambda$main")),
                "no sample of a deep thread");
        Assertions.assertTrue(
                working.stream().allMatch(line -> line.split(";").length < 20_000),
                "docs/limitations.md says that frozen frames are not sampled");
    }

    /** Returns the library for this machine, which the profiler's jar holds. */
    private Path profiler() throws IOException {
        String entry =
                switch (System.getProperty("os.arch") + " " + System.getProperty("os.name")) {
                    case "amd64 Linux" -> "linux-x64/libasyncProfiler.so";
                    case "aarch64 Linux" -> "linux-arm64/libasyncProfiler.so";
                    default -> "";
                };
        Assumptions.assumeFalse(entry.isEmpty(), "the profiler is not for this machine");
        Path library = folder.resolve("libasyncProfiler.so");
        try (JarFile jar = new JarFile(JARS.resolve("async-profiler.jar").toFile())) {
            Files.copy(jar.getInputStream(jar.getEntry(entry)), library);
        }
        return library;
    }

    @Test
    void aDebuggerMayListen() {
        AppProcess.of("recursion.Recursion")
                .options("report=stderr")
                .flags("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0")
                .heap("512m")
                .arguments("MAIN", DEPTH, "STATIC")
                .run()
                .grew()
                .printed("static", Expected.fold(DEPTH));
    }

    private static boolean showsTheProgram(RecordedEvent event) {
        return event.getStackTrace() != null
                && event.getStackTrace().getFrames().stream()
                        .filter(frame -> frame.isJavaFrame())
                        .anyMatch(
                                frame ->
                                        frame.getMethod()
                                                .getType()
                                                .getName()
                                                .startsWith("dev.morestack.apps.recursion."));
    }

    private static void recurse(String starter, String agent, boolean first) {
        recurse(AppProcess.of("recursion.Recursion"), starter, agent, first);
    }

    private static Outcome recurse(
            AppProcess process, String starter, String agent, boolean first) {
        String flag = "-javaagent:" + JARS.resolve(agent);
        if (first) {
            process.flags(flag);
        } else {
            process.flagsAfterAgent(flag);
        }
        return process.options("report=stderr")
                .heap("1g")
                .arguments(starter, DEPTH, "STATIC", "CONSTRUCTOR", "LAMBDA")
                .run()
                .grew()
                .printed("static", Expected.fold(DEPTH))
                .printed("constructor", Expected.fold(DEPTH))
                .printed("lambda", Expected.fold(DEPTH));
    }

    /** The programs and the libraries that some of them use. */
    private static String classPath() throws IOException {
        StringBuilder path = new StringBuilder(AppProcess.required("morestack.testapps"));
        try (Stream<Path> jars = Files.list(JARS)) {
            jars.filter(jar -> !jar.toString().contains("agent-runtime"))
                    .filter(jar -> !jar.toString().contains("javaagent"))
                    .forEach(jar -> path.append(":").append(jar));
        }
        return path.toString();
    }
}
