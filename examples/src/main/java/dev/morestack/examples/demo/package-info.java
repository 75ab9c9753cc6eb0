/**
 * The demo: real calls of unmodified libraries that die of {@code StackOverflowError}, each run
 * without and with Morestack.
 *
 * <p>Each case is a class with a {@code main} that makes one such call, takes its depth as an
 * optional argument, and prints what it found in one line. {@link dev.morestack.examples.demo.Demo}
 * runs them.
 */
package dev.morestack.examples.demo;
