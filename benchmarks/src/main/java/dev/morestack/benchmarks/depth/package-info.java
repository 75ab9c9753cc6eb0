/** Deep recursion, and what else people do who need it. */
package dev.morestack.benchmarks.depth;
