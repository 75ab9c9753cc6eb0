package dev.morestack.fuzz;

/**
 * The end of a JVM that should have gone on.
 *
 * @param seed a program that had started and not ended
 * @param what how the JVM ended, and where to read about it
 */
record Mishap(long seed, String what) {}
