/**
 * Deep recursion, and what else people do who need it. The agent leaves this package out: only what
 * stands in {@code woven} is woven.
 */
package dev.morestack.benchmarks.depth;
