package dev.morestack.runtime;

import java.lang.reflect.Field;
import jdk.internal.misc.Unsafe;

/** Where the elements of a {@code long[]} begin. */
final class LongArrays {

    /** Offset of element 0, in bytes. */
    static final long BASE;

    static {
        try {
            // An int in JDK 21 and a long in JDK 25: a compiled access would fit only one of them,
            // and one by reflection spins method handles.
            Unsafe unsafe = Unsafe.getUnsafe();
            Field field = Unsafe.class.getField("ARRAY_LONG_BASE_OFFSET");
            Object base = unsafe.staticFieldBase(field);
            long offset = unsafe.staticFieldOffset(field);
            BASE =
                    field.getType() == int.class
                            ? unsafe.getInt(base, offset)
                            : unsafe.getLong(base, offset);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private LongArrays() {}
}
