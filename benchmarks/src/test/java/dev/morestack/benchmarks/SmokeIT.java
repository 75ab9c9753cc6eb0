package dev.morestack.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.morestack.benchmarks.depth.Contender;
import dev.morestack.benchmarks.depth.FrameKind;
import dev.morestack.benchmarks.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Benchmark;

/** Runs every part of the suite in its smallest form; the figures are worth nothing. */
class SmokeIT {

    private static final Bench BENCH =
            new Bench(
                    Path.of(System.getProperty("morestack.jar", "../agent/target/morestack.jar")),
                    Effort.SMOKE);

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void aPartRunsAndLeavesAPageWithFiguresAndCharts(Parts part)
            throws IOException, InterruptedException {
        String page = page(part);
        assertTrue(page.contains("| met |") || page.contains("| **MISSED** |"), page);
        for (String bad : List.of("NaN", "Infinity", "null", "Error`", "Exception`")) {
            assertFalse(page.contains(bad), page);
        }
        for (String row : rows(part)) {
            assertTrue(page.contains("\n| " + row + " |"), () -> row + " is not in\n" + page);
        }
        try (Stream<Path> charts = Files.list(folder.resolve("page"))) {
            assertTrue(charts.findAny().isPresent());
        }
    }

    private String page(Parts part) throws IOException, InterruptedException {
        Page page = new Page("Smoke", List.of(), List.of(part.part().measure(BENCH)));
        return Files.readString(page.write(folder, "page"));
    }

    private static List<String> rows(Parts part) {
        return switch (part) {
            case START -> List.of("hello world | jacoco", "loading 100 classes | morestack");
            case COLD -> List.of("1,000,000 frames");
            case MICRO -> List.of("fib", "tak", "ack");
            case REGIONS -> benchmarks(RegionBenchmark.class);
            case BOUNDARY -> List.of("10 frames", "tree of height 8");
            case POLICIES -> Contender.OF_ANY_PROGRAM.stream().map(Contender::label).toList();
            case PROGRAMS -> List.of("Gson 2.9.0, arrays");
            case MACRO -> List.of("HTTP, virtual threads", "java.util.regex");
            case DEPTH -> Stream.of(Contender.values()).map(Contender::label).toList();
        };
    }

    private static List<String> benchmarks(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(method -> method.getName())
                .toList();
    }

    @Test
    void copiesComputeTheSameAndOnlyTheWovenOneIsWoven() throws IOException, InterruptedException {
        Bench.Run run =
                BENCH.run(
                        List.of("-Xmx1g", BENCH.with("excludes=" + PlainCopies.EXCLUDES)),
                        EveryMicroProgram.class);
        for (MicroProgram program : MicroProgram.values()) {
            String[] results = run.line(program.name()).split(" ");
            assertEquals(results[0], results[1], program::name);
        }
        assertEquals("196418 196418", run.line("FIB"));
        assertEquals("4003 4003", run.line("ACK"));
        assertEquals("352 352", run.line("QUEENS"));
        assertEquals("131071 131071", run.line("BINARY_TREES"));
        assertEquals("1000000 frames", run.line("woven"));
        assertEquals("StackOverflowError", run.line("plain"));
    }

    @Test
    void regionsSpillAndMoveAsOftenAsTheyAreMeantTo() throws IOException, InterruptedException {
        Path report = folder.resolve("report.txt");
        String excludes = "excludes=" + PlainCopies.EXCLUDES;
        String agent = BENCH.with("policy=segments", "report=" + report, excludes);
        Bench.Run run = BENCH.run(List.of("-Xmx1g", agent), EveryRegion.class);
        for (RegionBenchmark.Place place : RegionBenchmark.Place.values()) {
            assertEquals(run.line("baselineCall-" + place), run.line("room-" + place));
            assertEquals(run.line("baselineNatives-" + place), run.line("natives-" + place));
            assertEquals(run.line("spill-" + place), run.line("entering-" + place));
            assertEquals(2 * RegionBenchmark.DESCENTS, run.number("spills-" + place));
            assertEquals(RegionBenchmark.MOVES, run.number("move-" + place));
        }
        List<String> counts = Files.readAllLines(report);
        int moves = 1 + RegionBenchmark.MOVES;
        assertEquals(2 * moves, counted(counts, "moves to a big carrier"));
        assertEquals(moves, counted(counts, "moves of virtual threads"));
        assertEquals(2 * RegionBenchmark.DESCENTS, counted(counts, "spills of virtual threads"));
    }

    private static int counted(List<String> lines, String label) {
        return lines.stream()
                .filter(line -> line.matches(label + " +\\d+"))
                .map(line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " is not in " + lines));
    }

    @ParameterizedTest
    @EnumSource
    void everyPolicyMakesAMillionFramesOfEveryKind(FrameKind kind)
            throws IOException, InterruptedException {
        List<String> flags = new ArrayList<>(kind.flags());
        flags.add("-Xmx1g");
        flags.add(BENCH.with("excludes=" + PlainCopies.EXCLUDES));
        Bench.Run run = BENCH.run(flags, EveryPolicy.class);
        for (String way : benchmarks(PolicyBenchmark.class)) {
            assertEquals("1000000", run.line(way));
        }
    }

    /** Says what the agent says where it cannot work. */
    static final class WithoutTheAgent {

        public static void main(String[] arguments) {
            System.err.println("morestack: off: for a test; the program runs as without the agent");
        }
    }

    @Test
    void whatRanWithoutTheAgentIsNotMeasured() {
        IOException refused =
                assertThrows(IOException.class, () -> BENCH.run(List.of(), WithoutTheAgent.class));
        assertTrue(refused.getMessage().contains("for a test"), refused::getMessage);
    }

    @Test
    void whatIsNotWovenIsNotComparedWithItsPlainCopy() {
        IOException refused =
                assertThrows(IOException.class, () -> BENCH.run(List.of(), EveryPolicy.class));
        assertTrue(refused.getMessage().contains("the agent is off"), refused::getMessage);
    }
}
