package dev.morestack.runtime;

import jdk.internal.access.SharedSecrets;

/** Proves on the running JVM, on a thread of its own, that a spill works. */
final class SelfTest implements Runnable {

    /** Enough for a segment that is not thawed whole at once, even with the smallest frames. */
    private static final int FRAMES = 400;

    /** Bytes below a root's base within which the test must find itself. */
    private static final long PLAUSIBLE = 128 * 1024;

    private static boolean slowFramesSeen;

    private final Thread tester = new Thread(null, this, "morestack-self-test", 0, false);
    private EntrySearch search;
    private Throwable failure;

    private SelfTest() {
        tester.setDaemon(true);
    }

    /**
     * Runs the test.
     *
     * @throws IllegalStateException when a spill does not do what it must
     */
    static void prove() throws InterruptedException {
        SelfTest test = new SelfTest();
        test.tester.start();
        test.tester.join();
        if (test.failure != null) {
            throw new IllegalStateException(test.failure);
        }
    }

    /** Tells whether the test has proved where the JVM notes interpreted frames. */
    static boolean canSeeSlowFrames() {
        return slowFramesSeen;
    }

    @Override
    public void run() {
        try {
            if (!Probe.knowsContinuationEntry()) {
                search = new EntrySearch(tester);
            }
            Roots.enter(new InsideRoot(this));
        } catch (Throwable e) {
            failure = e;
        }
    }

    private static void demand(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }

    /** Goes down a few frames, spills there, and returns through the frozen frames. */
    private static final class InsideRoot implements Runnable {

        private final SelfTest test;
        private Root root;

        InsideRoot(SelfTest test) {
            this.test = test;
        }

        @Override
        public void run() {
            Thread thread = Thread.currentThread();
            demand(thread == test.tester, "the thread is not itself inside a root");
            root = (Root) SharedSecrets.getJavaLangAccess().getContinuation(thread);
            demand(root != null && root.isEntered(), "the root is not current");
            look();
            long sum = down(FRAMES, 1);
            demand(sum == FRAMES * (FRAMES + 1L) / 2 + 1, "frames came back changed");
            demand(Thread.currentThread() == test.tester, "the thread changed over a spill");
        }

        private long down(int frames, long start) {
            if (frames == 0) {
                look();
                spill();
                return start;
            }
            return frames + down(frames - 1, start);
        }

        private void look() {
            if (test.search != null) {
                test.search.look(top(), root.base - used());
            }
        }

        /** The base was probed from a callee of the frame that enters, so a little below it. */
        private long top() {
            return root.base + 1024;
        }

        private void spill() {
            if (test.search != null) {
                Probe.continuationEntryIsAt(test.search.found());
            }
            long used = used();
            long entry = Probe.continuationEntry(root.javaThread);
            demand(entry < top() && entry > root.base - used, "no continuation is entered");
            demand(used > 0 && used < PLAUSIBLE, "the stack pointer is not where it should be");
            long slow = Probe.oldestSlowFrame(root.javaThread);
            slowFramesSeen = slow != 0 && slow < top() && slow >= root.base - used;
            demand(root.spill(), "the frames were not frozen");
            demand(used() < used, "the stack is not emptier after a spill");
            demand(Segments.bytes(root, 1) > 0, "no frozen frames were found");
        }

        private long used() {
            return root.used();
        }
    }
}
