/**
 * Virtual threads at scale: what a parked frame takes and how long it all takes, with the agent and
 * without it where the program survives that.
 *
 * <p>{@link dev.morestack.benchmarks.many.ManyThreads} runs {@code Parked} in a JVM of its own for
 * each row and prints a table.
 */
package dev.morestack.benchmarks.many;
