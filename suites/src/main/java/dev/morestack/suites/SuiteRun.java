package dev.morestack.suites;

import java.time.Duration;
import java.util.Map;

/**
 * What came of running a suite once.
 *
 * @param mode how it ran
 * @param outcomes how each test ended, by unique id
 * @param spills spills in that JVM, or {@link AgentReport#UNKNOWN}
 * @param taken the time of the JVM
 * @param problem what went wrong with the JVM itself; empty if nothing
 */
record SuiteRun(
        Mode mode, Map<String, TestOutcome> outcomes, long spills, Duration taken, String problem) {

    long count(Verdict verdict) {
        return outcomes.values().stream().filter(outcome -> outcome.verdict() == verdict).count();
    }

    /** Returns the verdict on a test, which is {@code MISSING} if it did not run. */
    Verdict verdict(String id) {
        return outcomes.getOrDefault(id, TestOutcome.MISSING).verdict();
    }

    /** Returns one line on a run that proves nothing. */
    String describe() {
        return "%s: not a whole run: %d tests, %d spills, %d s %s"
                .formatted(mode.label(), outcomes.size(), spills, taken.toSeconds(), problem);
    }

    /** Tells whether the run proves anything: its JVM ended by itself, with the agent at work. */
    boolean complete() {
        return problem.isEmpty()
                && !outcomes.isEmpty()
                && (mode == Mode.WITHOUT || spills != AgentReport.UNKNOWN)
                && (mode != Mode.STRESS || spills > 0);
    }
}
