package dev.morestack.agent;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thread on another stack than its own is still itself, to others and to itself. */
final class BigStackAwayIT {

    @ParameterizedTest
    @CsvSource({
        "MAIN, '', 0",
        "RUNNABLE, '', 0",
        "SUBCLASS, '', 0",
        "FORK_JOIN, '', 0",
        "EXECUTOR, '', 0",
        "VIRTUAL, '', 0",
        "MAIN, -Xint, 0",
        "VIRTUAL, -Xint, 0",
        "MAIN, -XX:TieredStopAtLevel=1, 0",
        "RUNNABLE, -Xcomp, 0",
        "VIRTUAL, -Xcomp, 0",
        "RUNNABLE, -XX:+UseSerialGC, 7",
        "VIRTUAL, -XX:+UseParallelGC, 7",
        "MAIN, -XX:+UseZGC, 7",
        "RUNNABLE, -XX:+UseShenandoahGC, 7"
    })
    void nobodyNoticesThatItIsAway(String starter, String flag, int stress) {
        int times = 40;
        AppProcess process =
                AppProcess.of("regions.Away")
                        .options("report=stderr", "stress=" + (stress == 0 ? "false" : stress))
                        .timeout(Duration.ofMinutes(2))
                        .arguments(starter, times);
        if (!flag.isEmpty()) {
            process.flags(flag);
        }
        Outcome outcome = process.run().succeeded();
        outcome.printed("interrupts", times)
                .printed("invented", 0)
                .printed("lost", 0)
                .printed("wake-ups", 2 * times)
                .printed("crossed", true)
                .printed("joined", "TERMINATED")
                .printed("same", true)
                .printed("local", "bottom", "top")
                .printed("state", "RUNNABLE")
                .printed("alive", true)
                .printed("whole", true)
                .printed("ours", false)
                .printed("seen", true)
                .printed("nested", 10_000)
                .printed("thrown", "out of the region")
                .printed("held", false)
                .printed("interrupted-at-the-end", false);
        Assertions.assertTrue(
                outcome.counted("moves to a big carrier") > 3L * times,
                () -> outcome.describe("has not been away"));
        Assertions.assertEquals(0, outcome.counted("regions without room"));
    }
}
