package dev.morestack.apps.regions;

import dev.morestack.Region;

/** Why a thread is on another stack than its own. */
enum Place {

    /** It is in a region that its own stack has no room for. */
    REGION {
        @Override
        void run(Runnable task) {
            Region.run(4 << 20, task);
        }
    },

    /** It has grown there, if the window is small and the policy says so. */
    GROWN {
        @Override
        void run(Runnable task) {
            descend(300, task);
            if (++rounds % 8 == 0) {
                beShallow();
            }
        }
    };

    private static int rounds;

    abstract void run(Runnable task);

    private static void descend(int frames, Runnable task) {
        if (frames == 0) {
            task.run();
        } else {
            descend(frames - 1, task);
        }
    }

    /** Calls something, for longer than a shallow thread stays on a big carrier. */
    private static void beShallow() {
        long start = System.nanoTime();
        while (System.nanoTime() - start < 15_000_000) {
            descend(20, Thread::onSpinWait);
        }
    }
}
