package dev.morestack.suites;

import java.util.List;

/** What a difference comes from, as far as running the test again tells. */
enum Judgement {
    /** Its reason is known and written down. */
    EXPLAINED,
    /** Ends as badly without the agent when it is run again. */
    FLAKY,
    /** Did not come again, with the agent or without. */
    ONCE,
    /** Came again with the agent and never without: the agent's doing. */
    BROKEN;

    /** Tells whether the build must fail. */
    boolean endsTheBuild() {
        return this == BROKEN;
    }

    /**
     * Judges a difference by how the test ended when its class was run again.
     *
     * @param without its verdicts without the agent
     * @param with its verdicts in the mode of the difference
     */
    static Judgement of(Difference difference, List<Verdict> without, List<Verdict> with) {
        Verdict before = difference.without().verdict();
        Verdict after = difference.with().verdict();
        for (Verdict again : without) {
            // A test that cannot be run again alone is missing, which excuses nothing.
            if (again != Verdict.MISSING && !Comparison.isWorse(again, after)) {
                return FLAKY;
            }
        }
        for (Verdict again : with) {
            if (Comparison.isWorse(before, again)) {
                return BROKEN;
            }
        }
        return with.isEmpty() ? BROKEN : ONCE;
    }
}
