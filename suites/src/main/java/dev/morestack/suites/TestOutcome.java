package dev.morestack.suites;

/**
 * How one test ended.
 *
 * @param verdict the end itself
 * @param message the failure with its stack trace; empty if there was none
 */
record TestOutcome(Verdict verdict, String message) {

    private static final int LINES_SHOWN = 12;

    static final TestOutcome MISSING = new TestOutcome(Verdict.MISSING, "");

    /** Returns the first lines of the message, each indented. */
    String excerpt() {
        StringBuilder text = new StringBuilder();
        message.lines()
                .filter(line -> !line.isBlank())
                .limit(LINES_SHOWN)
                .forEach(line -> text.append("      ").append(line.strip()).append('\n'));
        return text.toString();
    }
}
