package dev.morestack.benchmarks.woven;

import dev.morestack.BigStack;
import dev.morestack.benchmarks.Work;

/** Calls a method again and again that is tagged with less stack than there is. */
public final class RoomyRegion implements Work {

    @Override
    public long run(int size) {
        long value = size;
        for (int call = 0; call < size; call++) {
            value = step(value);
        }
        return value;
    }

    /** Enough for a call to be seen, and for no compiler to leave it out. */
    @BigStack("64k")
    private static long step(long value) {
        return (value ^ (value >>> 7)) * 0x5851F42D4C957F2DL;
    }
}
