package dev.morestack.agent;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Virtual threads grow, many at once, and while they are parked. */
@Execution(ExecutionMode.CONCURRENT)
final class VirtualThreadIT {

    private static final int DEPTH = 200_000;
    private static final String PARALLEL = "-Djdk.virtualThreadScheduler.parallelism=4";

    @Test
    void someAreParkedDeepAtOnce() {
        park(8, DEPTH, 8, 0, "1g");
    }

    @Test
    void someAreParkedDeepWithMonitorsHeld() {
        // Where monitors pin, each of the four keeps its carrier while it is parked.
        park(4, DEPTH, 4, Jvm.standard().depthWithMonitors(10_000), "1g", PARALLEL);
    }

    @Test
    void aHundredThousandAreParkedWithFewFramesAndSomeWithMany() {
        park(100_000, DEPTH, 2, 0, "1g");
    }

    @Test
    void noneIsLostWhileOthersLookAtTheirStacks() {
        int count = 16;
        int times = 100;
        int depth = 20_000;
        AppProcess.of("virtual.TracedWhileDeep")
                .options("report=stderr")
                .heap("1g")
                .flags(PARALLEL)
                .arguments(count, times, depth)
                .run()
                .succeeded()
                .grew()
                .printed("sum", (long) count * times * depth)
                .printed("looked", true);
    }

    private static void park(
            int count, int depth, int deep, int held, String heap, String... flags) {
        Outcome outcome =
                AppProcess.of("virtual.ParkedDeep")
                        .options("report=stderr")
                        .heap(heap)
                        .flags(flags)
                        .arguments(count, depth, deep, held)
                        .run()
                        .grew()
                        .printed("at-the-bottom", count)
                        .printed("right", count)
                        .printed("held", held * count)
                        .printed("free", held * count);
        Assertions.assertTrue(
                outcome.counted("spills of virtual threads") > 0,
                () -> outcome.describe("none of a virtual thread"));
    }
}
