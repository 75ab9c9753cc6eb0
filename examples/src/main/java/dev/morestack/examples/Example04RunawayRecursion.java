/*
 * EXAMPLE 04: a runaway recursion still ends in StackOverflowError, and the program goes on
 *
 * Recursion without end is a bug, and must not take the heap with it. Each thread has a limit: the
 * smaller of 1 GiB and a quarter of the heap, or what the option "limit" says. At the limit the
 * thread gets a StackOverflowError, as it would have at the end of its fixed stack. Programs that
 * count on that error, libraries among them that catch it, go on as before.
 *
 * $ ./morestack run --limit=16m -- -cp examples/target/classes dev.morestack.examples.Example04RunawayRecursion
 * morestack 0.1.0: stacks grow, up to 16m a thread
 * the runaway ended: logical stack of 16 MiB in 231,658 frames of dev.morestack.examples.Example04RunawayRecursion.descend reached Morestack's limit of 16 MiB per thread (raise it with the option limit=SIZE)
 * it is a StackOverflowError
 * the same thread goes on: 100000 frames down and up again
 */
package dev.morestack.examples;

/** Recurses without end, catches the error, and recurses again, this time with an end. */
public final class Example04RunawayRecursion {

    private static final int DEPTH = 100_000;

    private Example04RunawayRecursion() {}

    public static void main(String[] arguments) {
        try {
            descend(-1);
        } catch (StackOverflowError e) {
            System.out.println("the runaway ended: " + e.getMessage());
            System.out.println("it is a " + StackOverflowError.class.getSimpleName());
        }
        System.out.println(
                "the same thread goes on: " + descend(DEPTH) + " frames down and up again");
    }

    /** Goes so many frames down; a negative number never reaches the bottom. */
    private static int descend(int frames) {
        return frames == 0 ? 0 : 1 + descend(frames - 1);
    }
}
