/*
 * EXAMPLE 01: a program that overflows, and then does not
 *
 * A thread's stack has a fixed size, 1 MB as a rule. A method that calls itself once for every
 * element of its input works in every test and fails with the first large input, although the
 * machine has memory to spare. Morestack moves frames to the heap when the stack runs low, so the
 * same class file, unchanged, goes as deep as memory allows.
 *
 * $ java -cp examples/target/classes dev.morestack.examples.Example01DeepRecursion
 * Exception in thread "main" java.lang.StackOverflowError
 * ...
 *
 * $ ./morestack run -- -cp examples/target/classes dev.morestack.examples.Example01DeepRecursion
 * morestack 0.1.0: stacks grow, up to 512m a thread
 * 1 + 2 + ... + 1000000 = 500000500000
 */
package dev.morestack.examples;

/** Adds up numbers by calling itself a million times. */
public final class Example01DeepRecursion {

    private static final int NUMBERS = 1_000_000;

    private Example01DeepRecursion() {}

    public static void main(String[] arguments) {
        System.out.println("1 + 2 + ... + " + NUMBERS + " = " + sumUpTo(NUMBERS));
    }

    private static long sumUpTo(long number) {
        return number == 0 ? 0 : number + sumUpTo(number - 1);
    }
}
