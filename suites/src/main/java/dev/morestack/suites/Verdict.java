package dev.morestack.suites;

/** How a test ended. */
enum Verdict {
    PASSED,
    FAILED,
    /** Disabled, or given up by an assumption of its own. */
    SKIPPED,
    /** In no report: not found, or the JVM never came to it. */
    MISSING
}
