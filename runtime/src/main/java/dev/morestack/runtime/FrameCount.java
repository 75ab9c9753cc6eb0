package dev.morestack.runtime;

/**
 * How many frames a thread's stack of so many bytes has. Frames are counted when the stack is
 * walked, each time that it has grown by half and up to a limit; beyond, the bytes of a frame
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
        return !tooDeep && bytes >= countedAt + countedAt / 2;
    }

    /** Notes a count, of all frames. */
    void counted(long bytes, long frames) {
        long moreFrames = frames - counted;
        long moreBytes = bytes - countedAt;
        long average = Math.max(1, bytes / Math.max(1, frames));
        boolean grew = moreFrames > 0 && moreBytes > 0;
        // The counts may be of two recursions; then the bytes between them tell nothing.
        bytesEach =
                grew ? Math.clamp(moreBytes / moreFrames, average / 2 + 1, 2 * average) : average;
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
        if (counted == 0) {
            return 0;
        }
        long most = counted + (bytes - countedAt) / bytesEach;
        return Math.max(1, bytes < countedAt ? counted * bytes / countedAt : most);
    }

    boolean isExactAt(long bytes) {
        return counted > 0 && bytes == countedAt;
    }
}
