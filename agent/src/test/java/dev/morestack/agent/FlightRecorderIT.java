package dev.morestack.agent;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flight recordings have the agent's events, as {@code jfr print} shows. */
@Execution(ExecutionMode.CONCURRENT)
final class FlightRecorderIT {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-Xmixed", "-Xint"})
    void aRecordingThatTheProgramStartsHasAllEvents(String mode) throws Exception {
        Path file = folder.resolve("program.jfr");
        AppProcess.of("profiled.Recorded")
                .flags(mode)
                .options("limit=4m")
                .arguments(file, 10_000)
                .run()
                .succeeded()
                .printed("frames", 10_000)
                .printed("region", 10_000)
                .printed("overflow", "StackLimitError")
                .printed("after", 10_000);
        String text = print(file);
        for (String event : List.of("StackSwitch", "BigStackRegion", "LimitReached", "Summary")) {
            Assertions.assertTrue(text.contains("dev.morestack." + event + " {"), text);
        }
        Assertions.assertTrue(text.contains("Recorded.descend(int)"), text);
        Assertions.assertTrue(text.contains("requested = 16.0 MB"), text);
        Assertions.assertTrue(text.contains("represented = "), text);
    }

    @Test
    void aRecordingStartedWithTheJvmHasEventsToo() throws Exception {
        Path file = folder.resolve("jvm.jfr");
        AppProcess.of("recursion.Recursion")
                .flags("-XX:StartFlightRecording=filename=" + file)
                .arguments("MAIN", 300_000, "STATIC")
                .run()
                .succeeded();
        Assertions.assertTrue(print(file).contains("dev.morestack.StackSwitch {"));
    }

    /** With logging the recorder takes its locks in another order while a recording starts. */
    @ParameterizedTest
    @ValueSource(strings = {"disable", "jfr+event=debug:stderr"})
    void whatTheRecorderLogsDoesNotMatter(String log) throws Exception {
        Path file = folder.resolve("logged.jfr");
        AppProcess.of("recursion.Recursion")
                .flags("-Xlog:" + log, "-XX:StartFlightRecording=filename=" + file)
                .arguments("MAIN", 300_000, "STATIC")
                .run()
                .succeeded();
        Assertions.assertTrue(print(file).contains("dev.morestack.StackSwitch {"));
    }

    @Test
    void refusedSpillsAreEvents() throws Exception {
        Path file = folder.resolve("pinned.jfr");
        AppProcess.of("jdk.CompiledSum")
                .flags("-XX:StartFlightRecording=filename=" + file)
                .options("stress=200")
                .arguments(500)
                .run()
                .succeeded();
        Assertions.assertTrue(print(file).contains("dev.morestack.Pinned {"));
    }

    private static String print(Path recording) throws Exception {
        Path jfr = Path.of(Jvm.standard().java()).resolveSibling("jfr");
        Process process =
                new ProcessBuilder(
                                jfr.toString(),
                                "print",
                                "--events",
                                "dev.morestack.*",
                                recording.toString())
                        .redirectErrorStream(true)
                        .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assertions.assertEquals(0, process.waitFor(), text);
        return text;
    }
}
