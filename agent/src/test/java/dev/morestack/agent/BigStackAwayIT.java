package dev.morestack.agent;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thread on another stack than its own is still itself, to others and to itself. */
final class BigStackAwayIT {

    private static final int TIMES = 40;

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
        Outcome outcome =
                away(starter, flag, "REGION", "stress=" + (stress == 0 ? "false" : stress));
        Assertions.assertTrue(
                outcome.counted("moves to a big carrier") > 3L * TIMES,
                () -> outcome.describe("has not been away"));
        Assertions.assertEquals(0, outcome.counted("regions without room"));
    }

    /** Not virtual threads: these grow by segments. */
    @ParameterizedTest
    @CsvSource({
        "MAIN, ''",
        "RUNNABLE, -Xint",
        "SUBCLASS, -XX:TieredStopAtLevel=1",
        "EXECUTOR, -XX:+UseSerialGC",
        "FORK_JOIN, -Xcomp",
        "RUNNABLE, -XX:+UseZGC",
        "MAIN, -XX:+UseParallelGC",
        "RUNNABLE, -XX:+UseShenandoahGC"
    })
    void nobodyNoticesThatItHasGrownElsewhere(String starter, String flag) {
        Outcome outcome = away(starter, flag, "GROWN", "policy=carrier,window=8k");
        Assertions.assertTrue(
                outcome.counted("moves to grow") > TIMES / 8,
                () -> outcome.describe("has not been away"));
    }

    private static Outcome away(String starter, String flag, String place, String option) {
        AppProcess process =
                AppProcess.of("regions.Away")
                        .options("report=stderr", option)
                        .flags("-Dmonitors=" + Jvm.standard().freezesMonitors())
                        .timeout(Duration.ofMinutes(2))
                        .arguments(starter, TIMES, place);
        if (!flag.isEmpty()) {
            process.flags(flag);
        }
        return process.run()
                .succeeded()
                .printed("interrupts", TIMES)
                .printed("invented", 0)
                .printed("lost", 0)
                .printed("wake-ups", 2 * TIMES)
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
    }
}
