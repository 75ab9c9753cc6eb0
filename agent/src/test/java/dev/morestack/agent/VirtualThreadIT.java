package dev.morestack.agent;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Virtual threads grow, many at once, and while they are parked. */
@Execution(ExecutionMode.CONCURRENT)
final class VirtualThreadIT {

    private static final int DEPTH = 200_000;

    @Test
    void someAreParkedDeepAtOnce() {
        park(8, DEPTH, 8, 0, "1g");
    }

    @Test
    void someAreParkedDeepWithMonitorsHeld() {
        Assumptions.assumeTrue(Jvm.standard().freezesMonitors());
        park(4, DEPTH, 4, 10_000, "1g");
    }

    @Test
    void aHundredThousandAreParkedWithFewFramesAndSomeWithMany() {
        park(100_000, DEPTH, 2, 0, "1g");
    }

    private static void park(int count, int depth, int deep, int held, String heap) {
        Outcome outcome =
                AppProcess.of("virtual.ParkedDeep")
                        .options("report=stderr")
                        .heap(heap)
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
