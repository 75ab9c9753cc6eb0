package dev.morestack.runtime;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Makes calls inside regions, of methods that cannot be changed themselves. */
public final class RegionCalls {

    private RegionCalls() {}

    /**
     * Returns a call of the target between entering and leaving a region.
     *
     * @throws ReflectiveOperationException never, unless the runtime is broken
     */
    public static CallSite link(MethodType type, MethodHandle target, long bytes)
            throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        MethodHandle enter =
                MethodHandles.insertArguments(
                        lookup.findStatic(
                                Morestack.class,
                                "enterRegion",
                                MethodType.methodType(int.class, long.class)),
                        0,
                        bytes);
        MethodHandle leave =
                lookup.findStatic(
                        Morestack.class,
                        "leaveRegion",
                        MethodType.methodType(void.class, int.class));
        MethodHandle call = MethodHandles.dropArguments(target.asType(type), 0, int.class);
        // (exception, result, token) -> result
        MethodHandle cleanUp = MethodHandles.dropArguments(leave, 0, Throwable.class);
        Class<?> result = type.returnType();
        if (result != void.class) {
            MethodHandle returned =
                    MethodHandles.dropArguments(MethodHandles.identity(result), 0, Throwable.class);
            cleanUp = MethodHandles.collectArguments(returned, 2, leave);
        }
        return new ConstantCallSite(
                MethodHandles.foldArguments(MethodHandles.tryFinally(call, cleanUp), enter));
    }
}
