package dev.morestack.runtime;

/**
 * How many frames a thread's stack of so many bytes has. Frames are counted when the stack is
 * walked, each time that it has grown by a quarter and up to a limit; beyond, the bytes of a frame
 * between the last two counts are taken for those of all deeper ones. Compiled frames may be a
 * fifth of interpreted ones: a recursion that is compiled on its way down is deeper than this
 * tells.
 */
final class FrameCount {

    /** Most frames that one walk counts. */
    static final int MOST = 64 * 1024;

    private long countedAt;
    private long counted;
    private long bytesEach;
    private boolean tooDeep;

    /** Tells whether a walk of a stack of so many bytes should count its frames. */
    boolean isDue(long bytes) {
        return !tooDeep && bytes >= countedAt + countedAt / 4;
    }

    /** Notes a count, of all frames. */
    void counted(long bytes, long frames) {
        long moreFrames = frames - counted;
        long moreBytes = bytes - countedAt;
        boolean grew = moreFrames > 0 && moreBytes > 0;
        bytesEach = Math.max(1, grew ? moreBytes / moreFrames : bytes / Math.max(1, frames));
        countedAt = bytes;
        counted = frames;
    }

    /** Notes that a walk came to its limit before the bottom. */
    void gaveUp() {
        tooDeep = true;
    }

    /** Returns the bytes of a frame; 0 when none were counted. */
    long bytesEach() {
        return bytesEach;
    }

    /** Returns the frames of a stack of so many bytes; 0 when none were counted. */
    long at(long bytes) {
        return counted == 0 ? 0 : Math.max(1, counted + (bytes - countedAt) / bytesEach);
    }

    boolean isExactAt(long bytes) {
        return counted > 0 && bytes == countedAt;
    }
}
