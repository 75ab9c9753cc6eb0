/** Ordinary programs whose stack suffices: what they pay for an agent that they do not need. */
package dev.morestack.benchmarks.macro;
