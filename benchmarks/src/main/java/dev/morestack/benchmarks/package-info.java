/**
 * Measures what Morestack costs, against what people would use instead.
 *
 * <p>{@link dev.morestack.benchmarks.Benchmarks} runs the parts of the suite one after the other
 * and writes a page of results with charts. Whatever is measured has a JVM of its own; what is
 * compared is measured in turn. Only what JMH runs has the agent on both sides: the classes of
 * {@code woven} as the agent weaves them, and copies of them in a package that the agent leaves
 * out.
 */
package dev.morestack.benchmarks;
