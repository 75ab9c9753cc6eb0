package dev.morestack.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.morestack.benchmarks.many.ManyThreads;
import dev.morestack.benchmarks.options.Tool;
import dev.morestack.benchmarks.server.ServerExperiment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The tools of {@code run.sh} refuse what makes no sense, before they measure anything. */
class ToolOptionsTest {

    /**
     * What a tool did.
     *
     * @param exit its exit code
     * @param said on standard output and error
     */
    private record Outcome(int exit, String said) {}

    @TempDir private Path folder;

    private static Stream<Callable<Integer>> tools() {
        return Stream.of(
                new Benchmarks(), new ProfileCost(), new ServerExperiment(), new ManyThreads());
    }

    private static Outcome run(Callable<Integer> tool, String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine line = Tool.commandLine(tool);
        line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
        return new Outcome(line.execute(arguments), said.toString());
    }

    private static void assertRefused(String why, Outcome outcome) {
        assertEquals(2, outcome.exit());
        assertEquals(1, outcome.said().lines().count(), outcome::said);
        assertTrue(outcome.said().startsWith("benchmarks/run.sh"), outcome::said);
        assertTrue(outcome.said().contains(why), outcome::said);
        assertTrue(outcome.said().contains("--help"), outcome::said);
    }

    @ParameterizedTest
    @MethodSource("tools")
    void noToolRunsWithoutTheAgentsJar(Callable<Integer> tool) {
        assertRefused("--agent=JAR", run(tool));
        String missing = folder.resolve("no.jar").toString();
        assertRefused(missing, run(tool, "--agent=" + missing));
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyToolTellsItsOptions(Callable<Integer> tool) {
        Outcome outcome = run(tool, "--help");
        assertEquals(0, outcome.exit());
        assertTrue(outcome.said().contains("--agent=JAR"), outcome::said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | --only=colder | start, cold, micro",
                "0 | --fast | --fast",
                "0 | --quick --smoke | mutually exclusive",
                "1 | --rounds=0 | from 1 to 9999",
                "1 | --results=here | --results",
                "2 | --seconds=1000 | from 1 to 999",
                "2 | --seconds=soon | 'soon'",
                "3 | --scale=101 | from 1 to 100",
                "3 | --crowd=4 | from 1 to 3"
            })
    void whatMakesNoSenseIsRefusedInALine(int tool, String arguments, String why) throws Exception {
        Path jar = Files.createFile(folder.resolve("agent.jar"));
        Stream<String> all =
                Stream.concat(Stream.of("--agent=" + jar), Stream.of(arguments.split(" ")));
        Callable<Integer> chosen = tools().toList().get(tool);
        assertRefused(why, run(chosen, all.toArray(String[]::new)));
    }
}
