package dev.morestack.fuzz;

/**
 * A number on the heap, whose constructor generated code calls with other calls between its {@code
 * new} and it.
 *
 * @param value the number
 */
public record Box(long value) {}
