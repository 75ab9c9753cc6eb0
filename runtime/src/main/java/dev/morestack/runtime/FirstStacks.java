package dev.morestack.runtime;

import jdk.internal.misc.CarrierThread;
import jdk.internal.misc.Unsafe;

/**
 * Gives new platform threads a large first stack, of which they use a part before they spill. The
 * rest is for the freeze: of interpreted frames it takes up to 4.5 times their bytes.
 */
public final class FirstStacks {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    /** Bytes that a thread uses before its first spill. Nobody needs this class without any. */
    private static final long BYTES = SlowPath.SETTINGS.initial();

    private static final long HOLDER = UNSAFE.objectFieldOffset(Thread.class, "holder");

    private static final long STACK_SIZE =
            UNSAFE.objectFieldOffset(
                    UNSAFE.getReference(JavaLang.ACCESS.currentCarrierThread(), HOLDER).getClass(),
                    "stackSize");

    private FirstStacks() {}

    /** Sets the stack of a thread that is about to start, unless its creator has. */
    public static void size(Thread thread) {
        if (thread.isVirtual() || thread instanceof CarrierThread) {
            return;
        }
        Object holder = UNSAFE.getReference(thread, HOLDER);
        if (UNSAFE.getLong(holder, STACK_SIZE) == 0) {
            UNSAFE.putLong(holder, STACK_SIZE, stackBytes());
        }
    }

    private static long stackBytes() {
        return BYTES / 2 * 11 + (1 << 20);
    }

    /** Tells whether a stack with so many usable bytes is one of these. */
    static boolean isOne(long usable) {
        return usable >= BYTES / 2 * 11;
    }

    /**
     * Tells whether so many bytes of frames can be frozen at once, by trying it: G1 cannot freeze
     * more than half of a region.
     */
    static boolean canSpill() throws InterruptedException {
        Trial trial = new Trial();
        Thread thread = new Thread(null, trial, "morestack-first-stack", stackBytes(), false);
        thread.setDaemon(true);
        thread.start();
        thread.join();
        return trial.isFrozen;
    }

    private static final class Trial implements Runnable {

        /** Frames between two looks at the stack. */
        private static final int FRAMES = 64;

        private boolean isFrozen;

        @Override
        public void run() {
            try {
                Roots.enter(new Descent(this));
            } catch (OutOfMemoryError | StackOverflowError e) {
                isFrozen = false;
            }
        }
    }

    private static final class Descent implements Runnable {

        private final Trial trial;
        private Root root;

        Descent(Trial trial) {
            this.trial = trial;
        }

        @Override
        public void run() {
            root = (Root) JavaLang.ACCESS.getContinuation(Thread.currentThread());
            trial.isFrozen = down(Trial.FRAMES) > 0;
        }

        /** Returns the sum of all numbers that it was called with, 0 if the frames stay. */
        private long down(int left) {
            if (left > 0) {
                long below = down(left - 1);
                return below == 0 ? 0 : left + below;
            }
            if (root.used() < BYTES) {
                return down(Trial.FRAMES);
            }
            return root.spill() ? 1 : 0;
        }
    }
}
