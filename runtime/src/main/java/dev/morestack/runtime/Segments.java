package dev.morestack.runtime;

import jdk.internal.misc.Unsafe;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.StackChunk;

/** Looks at the frozen frames of a continuation: the chain of chunks behind it. */
final class Segments {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long TAIL = UNSAFE.objectFieldOffset(Continuation.class, "tail");
    private static final long SIZE = UNSAFE.objectFieldOffset(StackChunk.class, "size");
    private static final long SP = UNSAFE.objectFieldOffset(StackChunk.class, "sp");

    private Segments() {}

    /** Returns the segment that thaws next, or null. It may be empty. */
    static StackChunk newest(Continuation continuation) {
        return (StackChunk) UNSAFE.getReference(continuation, TAIL);
    }

    /** Returns the bytes of frozen frames, or the first sum that is at least {@code enough}. */
    static long bytes(Continuation continuation, long enough) {
        long bytes = 0;
        for (StackChunk c = newest(continuation); c != null && bytes < enough; c = c.parent()) {
            bytes += bytes(c);
        }
        return bytes;
    }

    /** Returns the bytes of frozen frames in one segment. */
    static long bytes(StackChunk chunk) {
        return chunk.isEmpty() ? 0 : 8L * (UNSAFE.getInt(chunk, SIZE) - UNSAFE.getInt(chunk, SP));
    }

    /** Returns the bytes that a segment was allocated with. */
    static long capacity(StackChunk chunk) {
        return 8L * UNSAFE.getInt(chunk, SIZE);
    }
}
