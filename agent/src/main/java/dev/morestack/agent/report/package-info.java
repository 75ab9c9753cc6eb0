/**
 * Reports of what the runtime has measured.
 *
 * <p>A {@link dev.morestack.agent.report.Snapshot} is JSON text, described in {@code
 * docs/profiling.md}. Whatever else is shown, text, a page, folded stacks, a live table, the
 * difference of two runs, is made from such text alone.
 */
package dev.morestack.agent.report;
