package dev.morestack.agent;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recursion without an end meets a StackOverflowError at the limit, and programs survive it. */
@Execution(ExecutionMode.CONCURRENT)
final class OverflowIT {

    /** Three times two million frames with a handler each take a dozen seconds of a processor. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Pattern DEATH =
            Pattern.compile("Exception in thread \"main\" \\S*(StackOverflow|StackLimit)Error.*");

    private static final Pattern MESSAGE =
            Pattern.compile(
                    ".*StackLimitError: logical stack of 2 MiB in (more than )?[0-9]+,[0-9]{3}"
                            + " frames of \\S*UncaughtRunaway\\.descend reached Morestack's limit of 2 MiB per"
                            + " thread \\(raise it with the option limit=SIZE\\)");

    @ParameterizedTest
    @CsvSource({
        "MAIN, static",
        "MAIN, synchronized",
        "MAIN, constructor",
        "MAIN, lambda",
        "MAIN, jdk",
        "MAIN, finally",
        "RUNNABLE, static",
        "SUBCLASS, lambda",
        "EXECUTOR, constructor",
        "FORK_JOIN, static",
        "VIRTUAL, static"
    })
    void aProgramThatExpectsTheOverflowCatchesItThreeTimesAndGoesOn(String starter, String kind) {
        Outcome outcome =
                AppProcess.of("overflow.Runaway")
                        .heap("256m")
                        .timeout(PATIENCE)
                        .arguments(starter, 3, kind)
                        .run();
        outcome.succeeded();
        for (int i = 1; i <= 3; i++) {
            outcome.printed("overflow-" + i, "StackOverflowError");
            outcome.printed("trace-" + i, true);
            outcome.printed("after-" + i, Expected.sum(5_000) + 2);
        }
        outcome.printed("unlocked", true);
    }

    @ParameterizedTest
    @CsvSource({
        "carrier, RUNNABLE, static, -Xmixed",
        "carrier, MAIN, finally, -Xint",
        "adaptive, EXECUTOR, constructor, -Xmixed",
        "adaptive, MAIN, synchronized, -XX:TieredStopAtLevel=1",
        "fixed, RUNNABLE, lambda, -Xmixed",
        "fixed, VIRTUAL, static, -Xint"
    })
    void soItIsUnderEveryPolicy(String policy, String starter, String kind, String mode) {
        Outcome outcome =
                AppProcess.of("overflow.Runaway")
                        .options("policy=" + policy)
                        .flags(mode)
                        .heap("256m")
                        .arguments(starter, 3, kind)
                        .run()
                        .succeeded();
        for (int i = 1; i <= 3; i++) {
            outcome.printed("overflow-" + i, "StackOverflowError");
            outcome.printed("trace-" + i, true);
        }
        outcome.printed("unlocked", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"segments", "carrier"})
    void theMessageTellsTheRecursionAndWhatToDo(String policy) {
        Outcome outcome =
                AppProcess.of("overflow.UncaughtRunaway")
                        .options("limit=2m", "policy=" + policy)
                        .flags("-Xint")
                        .run();
        outcome.exited(1);
        String first = outcome.programLines().get(0);
        Assertions.assertTrue(MESSAGE.matcher(first).matches(), () -> outcome.describe("message"));
    }

    @Test
    void theLimitIsDeeperThanTheStackWasAndTheSameEachTime() {
        Outcome outcome =
                AppProcess.of("overflow.Runaway")
                        .options("limit=32m")
                        .flags("-Xint")
                        .arguments("MAIN", 3, "static")
                        .run()
                        .succeeded();
        long first = Long.parseLong(outcome.result("depth-1"));
        // An interpreted frame takes about 100 bytes, and at least 50.
        Assertions.assertTrue(first > 100_000 && first < 700_000, () -> outcome.describe("depth"));
        for (int i = 2; i <= 3; i++) {
            long again = Long.parseLong(outcome.result("depth-" + i));
            Assertions.assertTrue(
                    Math.abs(again - first) < first / 5, () -> outcome.describe("depths differ"));
        }
    }

    @Test
    void aRunawayRecursionIn256MegabytesDiesAsWithoutTheAgent() {
        Outcome without =
                AppProcess.of("overflow.UncaughtRunaway").withoutAgent().heap("256m").run();
        Outcome with = AppProcess.of("overflow.UncaughtRunaway").heap("256m").run();
        without.exited(1);
        with.exited(without.exitCode());
        Assertions.assertEquals(without.stdout(), with.stdout());
        Assertions.assertFalse(
                with.stderr().contains("OutOfMemoryError"), () -> with.describe("heap exhausted"));
        String first = with.programLines().get(0);
        Assertions.assertTrue(
                DEATH.matcher(first).matches(), () -> with.describe("no stack overflow"));
    }

    @Test
    void aHandlerAtTheBottomHasStackEnoughToWork() {
        AppProcess.of("overflow.HandlerAtTheBottom")
                .heap("256m")
                .run()
                .succeeded()
                .printed("returned", true)
                .printed("handled", "at true");
    }

    @ParameterizedTest
    @CsvSource({"false, segments", "true, segments", "false, carrier", "false, adaptive"})
    void ofAThousandThreadsThatGrowAtOnceSomeAreRefusedAndNoneIsLost(
            boolean virtual, String policy) {
        int count = 1_000;
        Outcome outcome =
                AppProcess.of("overflow.Crowd")
                        .options("report=stderr", "budget=32m", "limit=32m", "policy=" + policy)
                        .heap("128m")
                        .arguments(virtual, count, 20_000)
                        .run()
                        .succeeded()
                        .printed("cleaned", count)
                        .printed("again", count)
                        .printed("other", 0);
        long deep = Long.parseLong(outcome.result("deep"));
        long refused = Long.parseLong(outcome.result("refused"));
        Assertions.assertEquals(count, deep + refused, outcome::stdout);
        Assertions.assertTrue(deep > 0 && refused > 0, outcome::stdout);
        Assertions.assertTrue(
                outcome.counted("budget hits") > 0, () -> outcome.describe("never used up"));
        Assertions.assertFalse(
                outcome.stderr().contains("OutOfMemoryError"), () -> outcome.describe("no heap"));
    }

    /** Two threads of which the budget has room for one: the other waits until that is gone. */
    @Test
    void whoWaitsForTheBudgetGoesOnWhenThereIsRoom() {
        for (boolean patient : new boolean[] {true, false}) {
            AppProcess.of("overflow.TakeTurns")
                    .options("budget=16m", "limit=16m", patient ? "wait=60000" : "wait=0")
                    .flags("-Xint")
                    .heap("256m")
                    .arguments(100_000)
                    .run()
                    .succeeded()
                    .printed("first", 100_000)
                    .printed("second", patient ? "100000" : "refused")
                    .printed("interrupted", true);
        }
    }

    @Test
    void theLimitIsAQuarterOfTheHeapUnlessItIsSet() {
        long small = depth("64m", "");
        long large = depth("256m", "");
        long set = depth("64m", "limit=8m");
        Assertions.assertTrue(large > 2 * small, () -> large + " frames, and " + small);
        Assertions.assertTrue(small > 3 * set / 2, () -> small + " frames, and " + set);
    }

    /** Returns how deep a runaway came in the interpreter, whose frames are all of one size. */
    private static long depth(String heap, String option) {
        AppProcess process =
                AppProcess.of("overflow.Runaway")
                        .heap(heap)
                        .flags("-Xint", "-XX:+UseSerialGC")
                        .arguments("MAIN", 1, "static");
        if (!option.isEmpty()) {
            process.options(option);
        }
        Outcome outcome = process.run().succeeded().printed("overflow-1", "StackOverflowError");
        return Long.parseLong(outcome.result("depth-1"));
    }
}
