package dev.morestack.suites;

import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What running a test again says about it, and what it does not excuse. */
final class JudgementTest {

    private static final Verdict P = Verdict.PASSED;
    private static final Verdict F = Verdict.FAILED;
    private static final Verdict S = Verdict.SKIPPED;
    private static final Verdict M = Verdict.MISSING;

    @Test
    void aTestThatAlsoFailsWithoutTheAgentIsFlaky() {
        Assertions.assertEquals(Judgement.FLAKY, judge(P, F, List.of(P, F, P), List.of(F, F, F)));
    }

    @Test
    void aTestThatFailsAgainAndNeverWithoutIsBroken() {
        Assertions.assertEquals(Judgement.BROKEN, judge(P, F, List.of(P, P, P), List.of(P, P, F)));
    }

    @Test
    void aTestThatPassesEachTimeFailedOnce() {
        Assertions.assertEquals(Judgement.ONCE, judge(P, F, List.of(P, P), List.of(P, P)));
    }

    @Test
    void aTestThatCannotBeRunAgainIsBroken() {
        Assertions.assertEquals(Judgement.BROKEN, judge(P, F, List.of(M, M), List.of(M, M)));
        Assertions.assertEquals(Judgement.BROKEN, judge(P, M, List.of(M, M), List.of(M, M)));
        Assertions.assertEquals(Judgement.BROKEN, judge(P, F, List.of(), List.of()));
    }

    @Test
    void aSkipDoesNotExcuseAFailure() {
        Assertions.assertEquals(Judgement.BROKEN, judge(P, F, List.of(S, P), List.of(F, F)));
        Assertions.assertEquals(Judgement.BROKEN, judge(S, F, List.of(S, S), List.of(F, F)));
    }

    @Test
    void aTestThatIsSkippedBothWaysIsFlaky() {
        Assertions.assertEquals(Judgement.FLAKY, judge(P, S, List.of(P, S), List.of(S, S)));
    }

    @Test
    void onlyWhatIsBrokenEndsTheBuild() {
        for (Judgement judgement : Judgement.values()) {
            Assertions.assertEquals(judgement == Judgement.BROKEN, judgement.endsTheBuild());
        }
    }

    private static Judgement judge(
            Verdict before, Verdict after, List<Verdict> without, List<Verdict> with) {
        return Judgement.of(
                new Difference(
                        Mode.WITH, "id", new TestOutcome(before, ""), new TestOutcome(after, "")),
                without,
                with);
    }
}
