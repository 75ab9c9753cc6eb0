package dev.morestack.benchmarks.many;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs small crowds. */
class ParkedIT {

    private static final Path AGENT =
            Path.of(System.getProperty("morestack.jar", "../agent/target/morestack.jar"));

    private static final Variant WITHOUT = Variant.ALL.getFirst();
    private static final Variant WITH = Variant.ALL.getLast();

    @Test
    void allThreadsOfACrowdWaitAtTheirDepthAndComeBack() throws Exception {
        Outcome outcome = run(WITH, new Crowd(50, 20_000));
        assertEquals(0, outcome.failed());
        // Frames are no smaller than a return address each.
        assertTrue(outcome.heap() > 50 * 20_000 * 8L, outcome::toString);
    }

    @Test
    void threadsThatFailAreCounted() throws Exception {
        assertEquals(20, run(WITHOUT, new Crowd(20, 1_000_000)).failed());
    }

    private static Outcome run(Variant variant, Crowd crowd)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(variant.command(AGENT, "1g", crowd))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader out = process.inputReader()) {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "still running");
            assertEquals(0, process.exitValue());
            return Outcome.parse(out.readLine());
        } finally {
            process.destroyForcibly();
        }
    }
}
