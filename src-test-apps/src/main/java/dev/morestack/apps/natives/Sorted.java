package dev.morestack.apps.natives;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;
import java.lang.foreign.AddressLayout;
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

/**
 * Lets {@code qsort} of the C library sort with a Java comparator that recurses. Arguments: a
 * {@link Starter}, the depth, the numbers to sort, how deep the thread is before.
 */
@SuppressWarnings("restricted")
public final class Sorted {

    private static final AddressLayout NUMBER =
            ValueLayout.ADDRESS.withTargetLayout(
                    MemoryLayout.sequenceLayout(1, ValueLayout.JAVA_INT));

    private static int depth;
    private static int compared;

    private Sorted() {}

    public static void main(String[] args) throws Exception {
        depth = Integer.parseInt(args[1]);
        int count = Integer.parseInt(args[2]);
        int before = Integer.parseInt(args[3]);
        Starter.valueOf(args[0]).run(() -> Result.print("returned", goDown(before, count)));
    }

    private static int goDown(int n, int count) {
        if (n > 0) {
            return goDown(n - 1, count) + 1;
        }
        try {
            Result.print("sorted", Arrays.toString(sort(count)));
            Result.print("compared", compared > count / 2);
        } catch (Throwable e) {
            Result.print("failed", e);
        }
        return 0;
    }

    private static int[] sort(int count) throws Throwable {
        Linker linker = Linker.nativeLinker();
        MethodHandle qsort =
                linker.downcallHandle(
                        linker.defaultLookup().find("qsort").orElseThrow(),
                        FunctionDescriptor.ofVoid(
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.ADDRESS));
        MethodHandle compare =
                MethodHandles.lookup()
                        .findStatic(
                                Sorted.class,
                                "compare",
                                MethodType.methodType(
                                        int.class, MemorySegment.class, MemorySegment.class));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment comparator =
                    linker.upcallStub(
                            compare,
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, NUMBER, NUMBER),
                            arena);
            int[] numbers = new int[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = (i * 7 + 3) % count;
            }
            MemorySegment array = arena.allocateFrom(ValueLayout.JAVA_INT, numbers);
            qsort.invokeExact(array, (long) count, 4L, comparator);
            return array.toArray(ValueLayout.JAVA_INT);
        }
    }

    /** Called by native code. */
    static int compare(MemorySegment a, MemorySegment b) {
        compared++;
        int left = a.get(ValueLayout.JAVA_INT, 0);
        int right = b.get(ValueLayout.JAVA_INT, 0);
        return Integer.compare(addUp(depth, left), addUp(depth, right));
    }

    /** Returns the start, after as many calls as it is told. */
    private static int addUp(int n, int start) {
        return n == 0 ? start : addUp(n - 1, start + 1) - 1;
    }
}
