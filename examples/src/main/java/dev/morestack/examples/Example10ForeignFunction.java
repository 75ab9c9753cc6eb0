/*
 * EXAMPLE 10: native code that calls back (FFM), by function pointer
 *
 * C's qsort calls a comparison that it knows by a pointer, and that is Java. Above a frame of native
 * code nothing can move to the heap, so a comparison that recurses has what is left of the thread's
 * own stack. With @BigStack on the method that calls qsort it has what it asks for: a region covers
 * all that is called, whichever way. Needs JDK 22 or later, where java.lang.foreign is final.
 *
 * $ ./morestack run -- --enable-native-access=ALL-UNNAMED -cp examples/target/classes dev.morestack.examples.Example10ForeignFunction
 * morestack 0.1.0: stacks grow, up to 512m a thread
 * compared 100000 frames deep: [1, 2, 3, 4, 5]
 *
 * $ java --enable-native-access=ALL-UNNAMED -cp examples/target/classes dev.morestack.examples.Example10ForeignFunction
 * StackOverflowError
 */
package dev.morestack.examples;

import dev.morestack.BigStack;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/** Lets C sort, with a comparison in Java that recurses deeply. */
@SuppressWarnings("restricted")
public final class Example10ForeignFunction {

    private static final int DEPTH = 100_000;

    /** Set by a comparison, since no exception may pass through C. */
    private static boolean overflowed;

    private Example10ForeignFunction() {}

    public static void main(String[] arguments) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment numbers = arena.allocateFrom(ValueLayout.JAVA_INT, 4, 1, 5, 3, 2);
            sort(numbers, arena);
            System.out.println(
                    overflowed
                            ? "StackOverflowError"
                            : "compared %d frames deep: %s"
                                    .formatted(
                                            DEPTH,
                                            Arrays.toString(
                                                    numbers.toArray(ValueLayout.JAVA_INT))));
        }
    }

    @BigStack("64m")
    private static void sort(MemorySegment numbers, Arena arena) throws Throwable {
        Linker linker = Linker.nativeLinker();
        MemoryLayout number = ValueLayout.ADDRESS.withTargetLayout(ValueLayout.JAVA_INT);
        MemorySegment comparison =
                linker.upcallStub(
                        MethodHandles.lookup()
                                .findStatic(
                                        Example10ForeignFunction.class,
                                        "compare",
                                        MethodType.methodType(
                                                int.class,
                                                MemorySegment.class,
                                                MemorySegment.class)),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, number, number),
                        arena);
        MethodHandle qsort =
                linker.downcallHandle(
                        linker.defaultLookup().find("qsort").orElseThrow(),
                        FunctionDescriptor.ofVoid(
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.ADDRESS));
        long size = ValueLayout.JAVA_INT.byteSize();
        qsort.invokeExact(numbers, numbers.byteSize() / size, size, comparison);
    }

    @SuppressWarnings("UnusedMethod") // by its method handle
    private static int compare(MemorySegment one, MemorySegment other) {
        try {
            int difference = one.get(ValueLayout.JAVA_INT, 0) - other.get(ValueLayout.JAVA_INT, 0);
            return descend(DEPTH, difference);
        } catch (StackOverflowError e) {
            overflowed = true;
            return 0;
        }
    }

    private static int descend(int frames, int value) {
        return frames == 0 ? value : descend(frames - 1, value);
    }
}
