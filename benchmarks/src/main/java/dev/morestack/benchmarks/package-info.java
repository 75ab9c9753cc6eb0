/**
 * Measures what Morestack costs: the check, deep recursion, recursion up and down across the
 * boundary, and the start of a program.
 *
 * <p>What is compared runs in one JVM, with the agent: the classes of {@code woven} as the agent
 * weaves them, and copies of them in a package that the agent leaves out. {@link
 * dev.morestack.benchmarks.Benchmarks} runs everything and writes a page of results.
 */
package dev.morestack.benchmarks;
