package dev.morestack.runtime;

import jdk.internal.misc.Unsafe;

/**
 * Finds where a {@code JavaThread} notes the entry of its innermost continuation, on a JVM that
 * does not tell: the word that is null outside a root, and inside it the same address between the
 * root's base and the stack pointer wherever one looks.
 */
final class EntrySearch {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    private final long javaThread;
    private final boolean[] possible;

    /** Begins the search, on a thread that has no root yet. */
    EntrySearch(Thread thread) {
        javaThread = Probe.javaThread(thread);
        possible = new boolean[(int) (VmStructs.ofThisJvm().sizeOf("JavaThread") / Long.BYTES)];
        for (int i = 0; i < possible.length; i++) {
            possible[i] = word(i) == 0;
        }
    }

    /** Looks inside the root: only addresses on the stack above the frames of the root remain. */
    void look(long base, long stackPointer) {
        for (int i = 0; i < possible.length; i++) {
            possible[i] &= word(i) < base && word(i) > stackPointer;
        }
    }

    /**
     * Returns the offset of the word, in bytes. Right behind it stands that of the oldest frame
     * which is not compiled, so of two neighbours it is the first.
     *
     * @throws IllegalStateException when there is no such word or more than one
     */
    long found() {
        int found = -1;
        for (int i = 0; i < possible.length; i++) {
            if (!possible[i] || i > 0 && i - 1 == found) {
                continue;
            }
            if (found >= 0) {
                throw new IllegalStateException("more than one continuation entry");
            }
            found = i;
        }
        if (found < 0) {
            throw new IllegalStateException("no continuation entry");
        }
        return (long) found * Long.BYTES;
    }

    private long word(int index) {
        return UNSAFE.getLong(javaThread + (long) index * Long.BYTES);
    }
}
