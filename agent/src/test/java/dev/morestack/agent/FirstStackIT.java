package dev.morestack.agent;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** New threads have large first stacks, and grow beyond them. */
@Execution(ExecutionMode.CONCURRENT)
final class FirstStackIT {

    /** Interpreted frames of the test take about 100 bytes. */
    private static final int IN_TWO_MEGABYTES = 20_000;

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseParallelGC", "-XX:+UseZGC"})
    void whatFitsStaysAndWhatDoesNotSpills(String collector) {
        Outcome fits = run("initial=4m", IN_TWO_MEGABYTES, collector);
        Assertions.assertEquals(0, fits.counted("spills"), fits::stderr);
        Outcome grows = run("initial=4m,policy=segments", 10 * IN_TWO_MEGABYTES, collector);
        Assertions.assertTrue(grows.counted("spills") > 100, grows::stderr);
        // The first of them is of the whole first stack.
        Assertions.assertTrue(grows.counted("bytes frozen") > 3 * (4 << 20), grows::stderr);
    }

    @ParameterizedTest
    @CsvSource({"adaptive, -XX:+UseSerialGC", "carrier, -XX:+UseZGC"})
    void itIsTheFirstStackUnderOtherPolicies(String policy, String collector) {
        Outcome outcome = run("initial=1m,policy=" + policy, 10 * IN_TWO_MEGABYTES, collector);
        Assertions.assertTrue(outcome.counted("moves to grow") > 0, outcome::stderr);
    }

    /** Whoever chooses a size knows why. */
    @Test
    void aThreadOfAnExplicitSizeKeepsIt() {
        Outcome outcome =
                run("initial=4m,policy=segments", IN_TWO_MEGABYTES, "-XX:+UseSerialGC", 1 << 20);
        Assertions.assertTrue(outcome.counted("spills") > 10, outcome::stderr);
    }

    @Test
    void whatTheCollectorCannotFreezeIsRefused() {
        Outcome outcome =
                AppProcess.of("growth.AgainAndAgain")
                        .options("initial=8m")
                        .flags("-XX:+UseG1GC", "-XX:G1HeapRegionSize=2m")
                        .arguments(1, 10, 1, false)
                        .run();
        outcome.exited(1);
        Assertions.assertTrue(
                outcome.stderr().startsWith("morestack: option initial: '8m' is not allowed"),
                () -> outcome.describe("another message"));
        run("initial=8m", IN_TWO_MEGABYTES, "-XX:G1HeapRegionSize=32m");
    }

    private static Outcome run(String options, int frames, String flag, Object... more) {
        return AppProcess.of("growth.AgainAndAgain")
                .options(options, "report=stderr")
                .flags("-Xint", flag)
                .arguments(3, frames, 2, false)
                .arguments(more)
                .run()
                .succeeded()
                .printed("wrong", 0)
                .printed("refused", 0);
    }
}
