package dev.morestack.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The report says at exit what the agent has done. */
@Execution(ExecutionMode.CONCURRENT)
final class ReportIT {

    private static final Pattern LINE = Pattern.compile("\\S.*\\s+\\d+");

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("report.txt");
    }

    @Test
    void aReportThatCannotBeWrittenAtExitIsSaidAndChangesNothing() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        try (RunningApp app =
                AppProcess.of("attached.Running")
                        .options("report=" + gone.resolve("report.json"))
                        .arguments(1_000)
                        .start()) {
            app.await("ready");
            Folders.delete(gone);
            Outcome outcome = app.tell("go").tell("end").end().succeeded();
            Assertions.assertTrue(
                    outcome.stderr().contains("morestack: the report could not be written to"),
                    () -> outcome.describe("not said"));
        }
    }

    @Test
    void aFullDiskLosesTheReportAlone() {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "there is no /dev/full");
        Outcome outcome = deep("report=" + full).succeeded();
        Assertions.assertEquals(1, outcome.stdout().lines().count(), outcome::stdout);
        Assertions.assertTrue(
                outcome.stderr().contains("morestack: the report could not be written to"),
                () -> outcome.describe("not said"));
    }

    @Test
    void deepRecursionIsReportedWithItsSpillsInAFile() throws IOException {
        deep("report=" + file).succeeded();
        String report = Files.readString(file);
        Assertions.assertTrue(Outcome.spills(report) > 100, report);
        List<String> lines = report.lines().skip(1).toList();
        Assertions.assertTrue(lines.size() > 3, report);
        for (String line : lines) {
            Assertions.assertTrue(LINE.matcher(line).matches(), "not a name and a value: " + line);
        }
    }

    @Test
    void theReportGoesToStderrAndNotToStdout() {
        Outcome with = deep("report=stderr").succeeded();
        Assertions.assertTrue(Outcome.spills(with.stderr()) > 100);
        Assertions.assertEquals(1, with.stdout().lines().count(), with::stdout);
    }

    @Test
    void withoutDeepRecursionNothingIsSpilled() throws IOException {
        AppProcess.of("basics.Hello").options("report=" + file).run().succeeded();
        Assertions.assertEquals(0, Outcome.spills(Files.readString(file)));
    }

    @Test
    void theReportIsWrittenHoweverTheProgramEnds() throws IOException {
        AppProcess.of("basics.Exit")
                .options("report=" + file)
                .arguments("RUNNABLE", 100_000, 7)
                .run()
                .exited(7);
        Assertions.assertTrue(Outcome.spills(Files.readString(file)) > 0);
        Files.delete(file);
        AppProcess.of("overflow.UncaughtRunaway")
                .options("report=" + file, "limit=4m")
                .run()
                .exited(1);
        Assertions.assertTrue(Outcome.spills(Files.readString(file)) > 0);
    }

    @Test
    void stressSpillsShallowStacksToo() throws IOException {
        AppProcess.of("recursion.Recursion")
                .options("stress=true", "report=" + file)
                .arguments("MAIN", 2_000, "STATIC")
                .run()
                .succeeded()
                .printed("static", Expected.fold(2_000));
        Assertions.assertTrue(Outcome.spills(Files.readString(file)) > 20);
    }

    private static Outcome deep(String option) {
        return AppProcess.of("recursion.Recursion")
                .options(option, "policy=segments")
                .arguments("MAIN", 1_000_000, "STATIC")
                .run();
    }
}
