/**
 * The options of the programs that {@code run.sh} starts, and how they refuse what makes no sense.
 */
package dev.morestack.benchmarks.options;
