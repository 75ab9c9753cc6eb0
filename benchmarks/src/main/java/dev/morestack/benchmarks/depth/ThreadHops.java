package dev.morestack.benchmarks.depth;

import dev.morestack.benchmarks.Work;
import dev.morestack.benchmarks.woven.FrameLoad;
import java.util.concurrent.ThreadFactory;

/** The recursion that goes on in a new thread every few thousand frames, and waits for it. */
final class ThreadHops implements Work {

    /** So few that interpreted frames fit a stack of 1 MB. */
    static final int PLATFORM_FRAMES = 3_000;

    /** So few that a virtual thread can park above interpreted frames, which takes stack, too. */
    static final int VIRTUAL_FRAMES = 750;

    private final ThreadFactory threads;
    private final int framesOfThread;

    ThreadHops(ThreadFactory threads, int framesOfThread) {
        this.threads = threads;
        this.framesOfThread = framesOfThread;
    }

    @Override
    public long run(int size) {
        return hop(size, size);
    }

    private long descend(int frames, long seed, int left) {
        if (frames == 0) {
            return 0;
        }
        if (left == 0) {
            return hop(frames, seed);
        }
        long value = FrameLoad.BUSY ? FrameLoad.work(seed) : seed;
        if (FrameLoad.ALLOCATING) {
            long[] held = FrameLoad.hold(value);
            return descend(frames - 1, value, left - 1) + held[0];
        }
        return descend(frames - 1, value, left - 1) + 1;
    }

    private long hop(int frames, long seed) {
        long[] result = {-1};
        Thread thread = threads.newThread(() -> result[0] = descend(frames, seed, framesOfThread));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return result[0];
    }
}
