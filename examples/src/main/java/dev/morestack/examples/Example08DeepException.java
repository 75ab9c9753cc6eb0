/*
 * EXAMPLE 08: an exception from the bottom of a million frames
 *
 * Frames on the heap are frames: an exception passes through all of them, each finally block runs
 * once, and a stack walk sees one stack from its bottom to main.
 *
 * $ ./morestack run -- -cp examples/target/classes dev.morestack.examples.Example08DeepException
 * morestack 0.1.0: stacks grow, up to 512m a thread
 * caught: bottom reached through 1000001 frames
 * its trace begins at bottom
 * 1000001 finally blocks ran
 */
package dev.morestack.examples;

/** Throws at the bottom of a million frames and catches at the top. */
public final class Example08DeepException {

    private static final int DEPTH = 1_000_000;

    private static int finallyBlocks;

    private Example08DeepException() {}

    public static void main(String[] arguments) {
        try {
            descend(DEPTH);
        } catch (IllegalStateException e) {
            System.out.println("caught: " + e.getMessage());
            System.out.println("its trace begins at " + e.getStackTrace()[0].getMethodName());
        }
        System.out.println(finallyBlocks + " finally blocks ran");
    }

    private static void descend(int frames) {
        try {
            if (frames > 0) {
                descend(frames - 1);
            } else {
                throw bottom();
            }
        } finally {
            finallyBlocks++;
        }
    }

    private static IllegalStateException bottom() {
        long descents =
                StackWalker.getInstance()
                        .walk(frames -> frames.filter(Example08DeepException::isDescent).count());
        return new IllegalStateException("bottom reached through " + descents + " frames");
    }

    private static boolean isDescent(StackWalker.StackFrame frame) {
        return frame.getMethodName().equals("descend");
    }
}
