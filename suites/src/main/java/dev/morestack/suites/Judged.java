package dev.morestack.suites;

/**
 * A difference and what it comes from.
 *
 * @param difference the test and how it ended
 * @param judgement what it comes from
 * @param evidence the reason that is written down, or how the test ended when it was run again
 */
record Judged(Difference difference, Judgement judgement, String evidence) {

    /** Returns the text for a list of differences, with the failure unless it is explained. */
    String describe() {
        return "  %s, %s: %s%n    %s, %s without; %s%n%s"
                .formatted(
                        judgement,
                        difference.mode().label(),
                        TestId.brief(difference.id()),
                        difference.with().verdict(),
                        difference.without().verdict(),
                        evidence,
                        judgement == Judgement.EXPLAINED ? "" : difference.with().excerpt());
    }
}
