/**
 * Programs of published libraries and of the JDK that recurse deeper than a default stack allows.
 * Each has a {@code main} that prints one line, and says by itself what the right answer is not:
 * the answer with the agent is compared with the one on a huge stack.
 */
package dev.morestack.benchmarks.programs;
