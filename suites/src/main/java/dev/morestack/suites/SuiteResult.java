package dev.morestack.suites;

import java.util.List;
import java.util.Optional;

/**
 * A suite, run in several modes.
 *
 * @param suite which
 * @param version the version of its artifact
 * @param runs the run in each mode
 * @param judged the tests that ended worse than without the agent
 */
record SuiteResult(Suite suite, String version, List<SuiteRun> runs, List<Judged> judged) {

    /** Returns the run in a mode, if there was one. */
    Optional<SuiteRun> run(Mode mode) {
        return runs.stream().filter(run -> run.mode() == mode).findFirst();
    }

    long count(Judgement judgement) {
        return judged.stream().filter(one -> one.judgement() == judgement).count();
    }

    /** Tells whether every run came to its end and nothing is the agent's doing. */
    boolean good() {
        return runs.stream().allMatch(SuiteRun::complete)
                && judged.stream().noneMatch(one -> one.judgement().endsTheBuild());
    }

    /** Returns the text that follows the table: what went wrong, and the differences. */
    String describe() {
        StringBuilder text = new StringBuilder(suite.artifact() + '\n');
        for (SuiteRun run : runs) {
            if (!run.complete()) {
                text.append("  " + run.describe() + '\n');
            }
        }
        judged.forEach(one -> text.append(one.describe()));
        return text.toString();
    }
}
