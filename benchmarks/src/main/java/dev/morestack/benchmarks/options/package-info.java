/** The options of the tools that {@code run.sh} starts, and how they refuse what makes no sense. */
package dev.morestack.benchmarks.options;
