package dev.morestack.runtime;

import jdk.internal.misc.Unsafe;

/** Where the elements of a {@code long[]} begin. */
final class LongArrays {

    /** Offset of element 0, in bytes. */
    static final long BASE;

    static {
        try {
            // An int in JDK 21 and a long in JDK 25: a compiled access would fit only one of them.
            BASE = Unsafe.class.getField("ARRAY_LONG_BASE_OFFSET").getLong(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private LongArrays() {}
}
