package dev.morestack.apps.recursion;

import java.util.function.IntToLongFunction;

/** A way to recurse; all compute the same from the same depth. */
public enum Shape {
    STATIC(Calls::ofStatic),
    VIRTUAL(Calls::ofVirtual),
    INTERFACE_DEFAULT(Calls::ofInterfaceDefault),
    SYNCHRONIZED(Calls::ofSynchronized),
    SYNCHRONIZED_STATIC(Calls::ofSynchronizedStatic),
    CONSTRUCTOR(n -> new Chain(n).folded),
    LAMBDA(Calls::ofLambda),
    METHOD_INVOKE(Indirection::byMethod),
    METHOD_HANDLE(Indirection::byHandle),
    PROXY(Indirection::byProxy),
    LONGS(ManyLongs::descend),
    DOUBLES(ManyDoubles::descend),
    ARGUMENTS(ManyArguments::start),
    INLINED(Inlined::start),
    PASSING(Passing::start),
    ALLOCATING(Allocating::descend);

    private final IntToLongFunction recursion;

    Shape(IntToLongFunction recursion) {
        this.recursion = recursion;
    }

    long descend(int depth) {
        return recursion.applyAsLong(depth);
    }
}
