package dev.morestack.agent;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Big carriers are as many as there are calls at a time, not as there are threads. */
final class BigStackPoolIT {

    private static final int BYTES = 2_000_000;
    private static final String NO_WARNING = "--enable-native-access=ALL-UNNAMED";

    /** What the same number of threads takes that do not call native code. */
    private static final int BESIDES_KIB = 64 * 1024;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"1000, PLATFORM, 10000", "10000, VIRTUAL, 500"})
    void memoryFollowsTheCallsInFlight(int threads, String kind, int micros) throws Exception {
        int carriers = 16;
        Outcome outcome = run("carriers=" + carriers, threads, kind, micros).succeeded();
        outcome.printed("sum", (long) threads * BYTES).printed("failed", 0);
        Assertions.assertEquals(threads + 1L, outcome.counted("moves to a big carrier"));
        // On a busy machine some are idle until they end, and others start: more than there are at
        // a time, of which the memory tells.
        Assertions.assertTrue(
                outcome.counted("big carriers started") < threads / 10,
                () -> outcome.describe("carriers are not used again"));
        long grown = Long.parseLong(outcome.result("grown-kib"));
        long ofCalls = carriers * (long) BYTES / 1024;
        long ofThreads = threads * (long) BYTES / 1024;
        Assertions.assertTrue(
                grown < ofCalls + BESIDES_KIB && grown < ofThreads / 10,
                () -> outcome.describe(grown + " KiB for " + ofCalls + " KiB of calls"));
    }

    @ParameterizedTest
    @CsvSource({
        "PLATFORM, carriers=2",
        "VIRTUAL, carriers=2",
        "PLATFORM, carrierbytes=10m",
        "VIRTUAL, carrierbytes=10m"
    })
    void whereThePoolMustNotWaitATaskFailsAloneAndTheProcessLives(String kind, String bound)
            throws Exception {
        int threads = 40;
        Outcome outcome = run("carrierfull=fail," + bound, threads, kind, 20_000).succeeded();
        int failed = Integer.parseInt(outcome.result("failed"));
        outcome.printed("sum", (threads - failed) * (long) BYTES);
        Assertions.assertTrue(failed < threads, () -> outcome.describe("all have failed"));
        Assertions.assertTrue(failed > 0, () -> outcome.describe("none has failed"));
    }

    @Test
    void aCarrierThatIsIdleEnds() throws Exception {
        AppProcess.of("regions.Idle")
                .options("report=stderr")
                .run()
                .succeeded()
                .printed("during", 1)
                .printed("afterwards", 0)
                .printed("again", "called");
    }

    private Outcome run(String options, int threads, String kind, int micros) throws Exception {
        Path library = NativeCode.library("stacks.c", folder);
        return AppProcess.of("regions.InFlight")
                .flags(NO_WARNING, "-Dnative=" + library)
                // The heap is all there from the start, and so does not grow.
                .flags("-Xms512m", "-XX:+AlwaysPreTouch")
                .options("report=stderr", options)
                .heap("512m")
                .timeout(Duration.ofMinutes(3))
                .arguments(threads, kind, BYTES, micros)
                .run();
    }
}
