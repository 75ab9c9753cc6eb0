package dev.morestack.suites;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares two runs of a suite test by test. */
final class Comparison {

    private Comparison() {}

    /**
     * Returns the tests that end worse than without the agent: they fail and did not, or they
     * passed and no longer run.
     *
     * @param without the run without the agent
     * @param with the run to judge
     */
    static List<Difference> worse(
            Mode mode, Map<String, TestOutcome> without, Map<String, TestOutcome> with) {
        TreeSet<String> ids = new TreeSet<>(without.keySet());
        ids.addAll(with.keySet());
        List<Difference> found = new ArrayList<>();
        for (String id : ids) {
            TestOutcome before = without.getOrDefault(id, TestOutcome.MISSING);
            TestOutcome after = with.getOrDefault(id, TestOutcome.MISSING);
            if (isWorse(before.verdict(), after.verdict())) {
                found.add(new Difference(mode, id, before, after));
            }
        }
        return found;
    }

    static boolean isWorse(Verdict before, Verdict after) {
        return switch (after) {
            case PASSED -> false;
            case FAILED -> before != Verdict.FAILED;
            case SKIPPED, MISSING -> before == Verdict.PASSED;
        };
    }
}
