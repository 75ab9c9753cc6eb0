package dev.morestack.apps.regions;

import dev.morestack.BigStack;

/** The native methods of {@code stacks.c}, whose path is the system property native. */
@SuppressWarnings("restricted")
final class Stacks {

    static {
        System.load(System.getProperty("native"));
    }

    private Stacks() {}

    /** Takes so many bytes of stack, writes to all pages and returns how many bytes it has read. */
    static native long takePlain(long bytes);

    @BigStack("16m")
    static native long take(long bytes);

    /** Recurses in C and returns the sum of 1 to the depth. */
    @BigStack("64m")
    static native long recurse(int depth);

    /** Takes bytes of stack and calls {@code DeepNative.fromNative} with the depth on top. */
    @BigStack("16m")
    static native long callBack(long bytes, int depth);

    /** An instance method, with arguments of all sizes, that throws what it is given. */
    static final class Receiver {

        Receiver() {
            // Loads the library.
            addPlain(0, 0);
        }

        @BigStack
        synchronized native double mix(
                byte b, long l, float f, double d, String text, RuntimeException toThrow);
    }

    /** Keeps the processor busy for so many microseconds on so many bytes of stack. */
    @BigStack("2m")
    static native long work(long bytes, int micros);

    /** Does next to nothing. */
    @BigStack("2m")
    static native int add(int a, int b);

    static native int addPlain(int a, int b);
}
