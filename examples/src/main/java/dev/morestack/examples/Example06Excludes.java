/*
 * EXAMPLE 06: leaving classes out
 *
 * All classes of a program are woven unless "includes" or "excludes" say otherwise: patterns of
 * class names, with * and ?, separated by colons. A class that is left out has the same bytes as
 * without the agent, and its methods never make room: recursion through them alone overflows as
 * ever. Recursion that passes a woven method now and then does not need more. (Segments, for on a
 * big carrier there would be room for all.)
 *
 * $ ./morestack run --policy=segments '--excludes=dev.morestack.examples.Example06Excludes$LeftOut' -- -cp examples/target/classes dev.morestack.examples.Example06Excludes
 * morestack 0.1.0: stacks grow, up to 512m a thread
 * woven methods alone:     100000 frames
 * left-out methods alone:  StackOverflowError
 * each kind in turn:       100000 frames
 *
 * $ ./morestack run --policy=segments '--includes=*$Woven' -- -cp examples/target/classes dev.morestack.examples.Example06Excludes
 * morestack 0.1.0: stacks grow, up to 512m a thread
 * woven methods alone:     100000 frames
 * left-out methods alone:  StackOverflowError
 * each kind in turn:       100000 frames
 *
 * $ ./morestack run --policy=segments -- -cp examples/target/classes dev.morestack.examples.Example06Excludes
 * morestack 0.1.0: stacks grow, up to 512m a thread
 * woven methods alone:     100000 frames
 * left-out methods alone:  100000 frames
 * each kind in turn:       100000 frames
 */
package dev.morestack.examples;

import java.util.function.IntUnaryOperator;

/** Recurses through a class that is left out, through one that is not, and through both. */
public final class Example06Excludes {

    private static final int DEPTH = 100_000;

    private Example06Excludes() {}

    public static void main(String[] arguments) {
        print("woven methods alone:    ", Woven::alone);
        print("left-out methods alone: ", LeftOut::alone);
        print("each kind in turn:      ", Woven::inTurn);
    }

    private static void print(String what, IntUnaryOperator recursion) {
        String outcome;
        try {
            outcome = recursion.applyAsInt(DEPTH) + " frames";
        } catch (StackOverflowError e) {
            outcome = "StackOverflowError";
        }
        System.out.println(what + " " + outcome);
    }

    private static final class Woven {

        static int alone(int frames) {
            return frames == 0 ? 0 : 1 + alone(frames - 1);
        }

        static int inTurn(int frames) {
            return frames == 0 ? 0 : 1 + LeftOut.inTurn(frames - 1);
        }
    }

    private static final class LeftOut {

        static int alone(int frames) {
            return frames == 0 ? 0 : 1 + alone(frames - 1);
        }

        static int inTurn(int frames) {
            return frames == 0 ? 0 : 1 + Woven.inTurn(frames - 1);
        }
    }
}
