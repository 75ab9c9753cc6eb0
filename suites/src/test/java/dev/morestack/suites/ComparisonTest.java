package dev.morestack.suites;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** A test is listed when it ends worse than without the agent, and only then. */
final class ComparisonTest {

    @Test
    void aTestThatPassedAndFailsIsWorse() {
        Assertions.assertTrue(Comparison.isWorse(Verdict.PASSED, Verdict.FAILED));
    }

    @Test
    void aTestThatWasSkippedOrDidNotRunAndFailsIsWorse() {
        Assertions.assertTrue(Comparison.isWorse(Verdict.SKIPPED, Verdict.FAILED));
        Assertions.assertTrue(Comparison.isWorse(Verdict.MISSING, Verdict.FAILED));
    }

    @Test
    void aTestThatPassedAndNoLongerRunsIsWorse() {
        Assertions.assertTrue(Comparison.isWorse(Verdict.PASSED, Verdict.SKIPPED));
        Assertions.assertTrue(Comparison.isWorse(Verdict.PASSED, Verdict.MISSING));
    }

    @Test
    void aTestThatFailedBeforeIsNotWorseHoweverItEnds() {
        for (Verdict after : Verdict.values()) {
            Assertions.assertFalse(Comparison.isWorse(Verdict.FAILED, after), after::toString);
        }
    }

    @Test
    void aTestThatPassesIsNeverWorse() {
        for (Verdict before : Verdict.values()) {
            Assertions.assertFalse(Comparison.isWorse(before, Verdict.PASSED), before::toString);
        }
    }

    @Test
    void testsOfEitherRunAreCompared() {
        List<Difference> found =
                Comparison.worse(
                        Mode.WITH,
                        Map.of("same", passed(), "vanished", passed(), "broken", passed()),
                        Map.of("same", passed(), "broken", failed(), "new", failed()));
        Assertions.assertEquals(
                List.of("broken", "new", "vanished"), found.stream().map(Difference::id).toList());
        Assertions.assertEquals(Verdict.MISSING, found.get(1).without().verdict());
        Assertions.assertEquals(Verdict.MISSING, found.get(2).with().verdict());
    }

    @Test
    void aRunIsNoWorseThanItself() {
        Map<String, TestOutcome> run = Map.of("a", passed(), "b", failed());
        Assertions.assertEquals(List.of(), Comparison.worse(Mode.STRESS, run, run));
    }

    private static TestOutcome passed() {
        return new TestOutcome(Verdict.PASSED, "");
    }

    private static TestOutcome failed() {
        return new TestOutcome(Verdict.FAILED, "expected: 1");
    }
}
