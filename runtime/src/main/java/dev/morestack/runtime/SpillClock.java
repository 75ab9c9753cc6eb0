package dev.morestack.runtime;

/** The times of one spill, in ns of {@code System.nanoTime}. */
final class SpillClock {

    /** The yield is called. */
    long begun;

    /** The frames are in the heap, and whoever runs the continuation is back; 0 if not known. */
    long frozen;

    /** The thread goes on, on an almost empty stack. */
    long resumed;

    /** ns that it took to allocate as much as the new segment; 0 when there was none. */
    long allocation;

    void begin() {
        frozen = 0;
        begun = System.nanoTime();
    }

    void freezeEnds() {
        frozen = System.nanoTime();
    }

    void resume() {
        resumed = System.nanoTime();
    }
}
