package dev.morestack.suites;

/**
 * A test that ended worse than without the agent.
 *
 * @param mode how it ran
 * @param id the test's unique id
 * @param without how it ended without the agent
 * @param with how it ended in this mode
 */
record Difference(Mode mode, String id, TestOutcome without, TestOutcome with) {}
