package dev.morestack.suites;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The table counts what ran, and a run that proves nothing does not pass. */
final class SuiteTableTest {

    private static final Map<String, TestOutcome> OUTCOMES =
            Map.of(
                    "a", new TestOutcome(Verdict.PASSED, ""),
                    "b", new TestOutcome(Verdict.PASSED, ""),
                    "c", new TestOutcome(Verdict.FAILED, "expected"));

    @Test
    void aRowHasTheNumbersOfEachMode() {
        SuiteResult result =
                result(run(Mode.WITHOUT, 0, ""), run(Mode.WITH, 0, ""), run(Mode.STRESS, 4321, ""));
        Assertions.assertEquals(
                "| lib | 1.0 | 3 | 1 | 1 | 1 | 20 | 0 | 0 | 0 | 0 | 4,321 | 7 | 7 | 7 |",
                lastLine(result));
        Assertions.assertTrue(result.good());
    }

    @Test
    void aModeThatWasLeftOutIsADash() {
        SuiteResult result = result(run(Mode.WITHOUT, 0, ""), run(Mode.STRESS, 5, ""));
        Assertions.assertEquals(
                "| lib | 1.0 | 3 | 1 | - | 1 | 20 | 0 | 0 | 0 | 0 | 5 | 7 | - | 7 |",
                lastLine(result));
    }

    @Test
    void aJvmThatDidNotEndWellIsNotGood() {
        SuiteResult result =
                result(run(Mode.WITHOUT, 0, ""), run(Mode.WITH, 0, "did not end within 9 s"));
        Assertions.assertFalse(result.good());
        Assertions.assertTrue(result.describe().contains("did not end within 9 s"));
        Assertions.assertTrue(lastLine(result).contains("not whole"));
    }

    @Test
    void stressWithoutASpillIsNotGood() {
        Assertions.assertFalse(result(run(Mode.STRESS, 0, "")).good());
    }

    @Test
    void theAgentMustHaveReported() {
        Assertions.assertFalse(result(run(Mode.WITH, AgentReport.UNKNOWN, "")).good());
    }

    @Test
    void aRunWithoutTestsIsNotGood() {
        SuiteRun empty = new SuiteRun(Mode.WITHOUT, Map.of(), 0, Duration.ZERO, "");
        Assertions.assertFalse(result(empty).good());
    }

    private static String lastLine(SuiteResult result) {
        return SuiteTable.of(List.of(result)).lines().reduce((first, last) -> last).orElseThrow();
    }

    private static SuiteResult result(SuiteRun... runs) {
        return new SuiteResult(Suite.of("lib"), "1.0", List.of(runs), List.of());
    }

    private static SuiteRun run(Mode mode, long spills, String problem) {
        return new SuiteRun(mode, OUTCOMES, spills, Duration.ofMillis(7_900), problem);
    }
}
