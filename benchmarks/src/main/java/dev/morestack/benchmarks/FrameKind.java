package dev.morestack.benchmarks;

import dev.morestack.benchmarks.woven.AllocatingFrames;
import dev.morestack.benchmarks.woven.BusyAllocatingFrames;
import dev.morestack.benchmarks.woven.BusyFrames;
import dev.morestack.benchmarks.woven.EmptyFrames;

/** What a frame of a deep recursion does. */
public enum FrameKind {
    EMPTY,
    BUSY,
    ALLOCATING,
    BUSY_ALLOCATING;

    Work woven() {
        return switch (this) {
            case EMPTY -> new EmptyFrames();
            case BUSY -> new BusyFrames();
            case ALLOCATING -> new AllocatingFrames();
            case BUSY_ALLOCATING -> new BusyAllocatingFrames();
        };
    }

    Work plain() {
        return PlainCopies.of(woven(), Work.class);
    }
}
