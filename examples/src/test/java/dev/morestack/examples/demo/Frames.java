package dev.morestack.examples.demo;

import java.util.stream.Stream;

/** Counts the frames of the thread that asks, as often as it asks, and keeps the most. */
final class Frames {

    private static long most;

    private Frames() {}

    static void count() {
        most = Math.max(most, StackWalker.getInstance().walk(Stream::count));
    }

    static long most() {
        return most;
    }
}
