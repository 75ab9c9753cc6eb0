/**
 * Runs published test suites of other libraries without the agent, with it and under stress, and
 * compares them test by test.
 */
package dev.morestack.suites;
