package dev.morestack.apps.regions;

import dev.morestack.BigStack;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;

/** The same C library by the foreign function interface, from tagged Java methods. */
@SuppressWarnings("restricted")
final class Linked {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LIBRARY =
            SymbolLookup.libraryLookup(Path.of(System.getProperty("native")), Arena.global());
    private static final FunctionDescriptor LONG_TO_LONG =
            FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG);

    private static final MemorySegment TAKE = LIBRARY.find("take_stack").orElseThrow();
    private static final MethodHandle BY_POINTER = LINKER.downcallHandle(LONG_TO_LONG);
    private static final MethodHandle CALL =
            LINKER.downcallHandle(
                    LIBRARY.find("call_with_stack").orElseThrow(),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_LONG));

    private Linked() {}

    /** Calls a function known by its address only. */
    @BigStack("16m")
    static long byPointer(long bytes) {
        try {
            return (long) BY_POINTER.invokeExact(TAKE, bytes);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets C take bytes of stack and call Java on top. */
    @BigStack("16m")
    static long callBack(long bytes, int depth) {
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle target =
                    MethodHandles.lookup()
                            .findStatic(
                                    DeepNative.class,
                                    "fromNative",
                                    MethodType.methodType(long.class, long.class));
            MemorySegment stub = LINKER.upcallStub(target, LONG_TO_LONG, arena);
            return (long) CALL.invokeExact(bytes, stub, (long) depth);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
