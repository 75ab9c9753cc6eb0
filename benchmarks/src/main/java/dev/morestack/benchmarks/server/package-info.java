/**
 * A server that answers a steady load while one of its requests recurses without an end: how long
 * until that request fails, and what the others notice.
 *
 * <p>{@link dev.morestack.benchmarks.server.ServerExperiment} starts a {@code Server} in a JVM of
 * its own for each {@code Setup}, puts a {@code Load} on it from here, and writes a page with a
 * {@code LatencyChart}.
 */
package dev.morestack.benchmarks.server;
