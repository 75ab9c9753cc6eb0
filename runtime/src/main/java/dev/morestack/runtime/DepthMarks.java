package dev.morestack.runtime;

import java.lang.ref.WeakReference;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.StackChunk;

/**
 * Measures how many bytes of a continuation are frozen, again and again, without walking the whole
 * chain of its segments each time: it remembers some segments, and how much lies below each.
 *
 * <p>Frames thaw from the newest segment on, so below a segment with frames nothing changes.
 */
final class DepthMarks {

    private WeakReference<?>[] marks = new WeakReference<?>[8];
    private long[] below = new long[8];
    private int count;

    /** Returns the bytes of frozen frames, and marks the newest segment. */
    long measure(Continuation continuation) {
        while (count > 0 && isGone(marked())) {
            count--;
        }
        StackChunk mark = count == 0 ? null : marked();
        StackChunk newest = Segments.newest(continuation);
        long bytes = 0;
        boolean met = false;
        for (StackChunk c = newest; c != null; c = c.parent()) {
            bytes += Segments.bytes(c);
            if (c == mark) {
                bytes += below[count - 1];
                met = true;
                break;
            }
        }
        if (!met) {
            count = 0;
        }
        if (newest != null && newest != mark && !newest.isEmpty()) {
            push(newest, bytes - Segments.bytes(newest));
        }
        return bytes;
    }

    private StackChunk marked() {
        return (StackChunk) marks[count - 1].get();
    }

    private static boolean isGone(StackChunk chunk) {
        return chunk == null || chunk.isEmpty();
    }

    private void push(StackChunk chunk, long bytesBelow) {
        if (count == below.length) {
            WeakReference<?>[] moreMarks = new WeakReference<?>[2 * count];
            long[] moreBelow = new long[2 * count];
            System.arraycopy(marks, 0, moreMarks, 0, count);
            System.arraycopy(below, 0, moreBelow, 0, count);
            marks = moreMarks;
            below = moreBelow;
        }
        marks[count] = new WeakReference<>(chunk);
        below[count++] = bytesBelow;
    }
}
