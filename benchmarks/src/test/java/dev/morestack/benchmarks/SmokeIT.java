package dev.morestack.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Benchmark;

/** Runs every benchmark once, in a JVM with the flags of the real runs, and looks at its result. */
class SmokeIT {

    private static List<String> lines;

    @BeforeAll
    static void runEveryBenchmark(@TempDir Path folder) throws IOException, InterruptedException {
        Path agent = Path.of(System.getProperty("morestack.jar", "../agent/target/morestack.jar"));
        Path output = folder.resolve("output");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx1g",
                                "-javaagent:%s=report=stderr,policy=segments,excludes=%s"
                                        .formatted(agent, PlainCopies.EXCLUDES),
                                "-cp",
                                System.getProperty("java.class.path"),
                                EveryBenchmark.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "still running");
            lines = Files.readAllLines(output);
            assertEquals(0, process.exitValue(), lines::toString);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void bothCopiesComputeTheSame() {
        assertPrinted("CheckBenchmark.baselineFib = 2178309");
        assertPrinted("CheckBenchmark.wovenFib = 2178309");
        assertPrinted("CheckBenchmark.baselineAck = 4003");
        assertPrinted("CheckBenchmark.wovenAck = 4003");
    }

    @Test
    void aDescentMakesAMillionFramesOfEveryKind() {
        for (FrameKind kind : FrameKind.values()) {
            assertPrinted("DepthBenchmark.hugeStack " + kind + " = 1000000");
            assertPrinted("DepthBenchmark.segments " + kind + " = 1000000");
            assertPrinted("DepthBenchmark.carrier " + kind + " = 1000000");
            assertPrinted("DepthBenchmark.adaptive " + kind + " = 1000000");
        }
    }

    @Test
    void turnsMakeAMillionCallsAtEveryPlace() {
        for (OscillationBenchmark.Place place : OscillationBenchmark.Place.values()) {
            assertPrinted("OscillationBenchmark.turn " + place + " = 1000000");
        }
        assertPrinted("calls of a sweep = " + 10 * 2 * BoundarySearch.DEPTHS);
    }

    @Test
    void regionsSpillAndMoveAsOftenAsTheyAreMeantTo() {
        for (RegionBenchmark.Place place : RegionBenchmark.Place.values()) {
            String room = printed("RegionBenchmark.room " + place);
            assertEquals(printed("RegionBenchmark.baselineCall " + place), room);
            String natives = printed("RegionBenchmark.natives " + place);
            assertEquals(printed("RegionBenchmark.baselineNatives " + place), natives);
            assertEquals("true", printed("RegionBenchmark.spill " + place));
        }
        int moves = 1 + RegionBenchmark.MOVES;
        assertEquals(2 * moves, counted("moves to a big carrier"));
        assertEquals(moves, counted("moves of virtual threads"));
        assertEquals(RegionBenchmark.DESCENTS, counted("spills of virtual threads"));
    }

    private static int counted(String label) {
        return lines.stream()
                .filter(line -> line.matches(label + " +\\d+"))
                .map(line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " is not in " + lines));
    }

    private static String printed(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " = "))
                .map(line -> line.substring(name.length() + 3))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + lines));
    }

    @Test
    void onlyTheWovenCopyIsWoven() {
        assertPrinted("woven frames = 1000000 frames");
        assertPrinted("plain frames = StackOverflowError");
    }

    @Test
    void noBenchmarkIsLeftOut() {
        for (Class<?> type :
                List.of(
                        CheckBenchmark.class,
                        DepthBenchmark.class,
                        OscillationBenchmark.class,
                        RegionBenchmark.class)) {
            for (String method : benchmarks(type)) {
                String name = type.getSimpleName() + "." + method;
                assertTrue(
                        lines.stream().anyMatch(line -> line.startsWith(name)),
                        () -> name + " was not run");
            }
        }
    }

    private static List<String> benchmarks(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(method -> method.getName())
                .toList();
    }

    /** The calls by which scores are divided are constants, so they are worked out once more. */
    @Test
    void scoresAreDividedByTheCallsThatAreMade() {
        long[] calls = new long[CheckBenchmark.FIBONACCI + 1];
        Arrays.fill(calls, 1);
        for (int n = 2; n < calls.length; n++) {
            calls[n] = 1 + calls[n - 1] + calls[n - 2];
        }
        assertEquals(calls[CheckBenchmark.FIBONACCI], CheckBenchmark.FIBONACCI_CALLS);
        assertEquals(ackermannCalls(CheckBenchmark.ACKERMANN), CheckBenchmark.ACKERMANN_CALLS);
    }

    /**
     * Counts the calls of ack(2, n) by its recurrences: ack(1, n) makes 2n + 2 calls and returns n
     * + 2; ack(2, n) makes one of its own, those of ack(2, n - 1), which returns 2n + 1, and those
     * of ack(1, 2n + 1).
     */
    private static long ackermannCalls(int n) {
        long calls = 1 + 4; // ack(2, 0), and ack(1, 1) for it
        for (long k = 1; k <= n; k++) {
            calls += 1 + 2 * (2 * k + 1) + 2;
        }
        return calls;
    }

    private static void assertPrinted(String line) {
        assertTrue(lines.contains(line), () -> line + " is not in " + lines);
    }
}
