package dev.morestack.runtime;

import java.util.concurrent.Executor;
import jdk.internal.misc.Unsafe;

/** The schedulers of virtual threads, which can be exchanged. */
final class Schedulers {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    /** Negative where virtual threads have other schedulers than this code knows. */
    private static final long SCHEDULER;

    private static final long CONTINUE;

    static {
        long scheduler = -1;
        long toContinue = -1;
        try {
            Class<?> type = Class.forName("java.lang.VirtualThread");
            if (type.getDeclaredField("scheduler").getType() == Executor.class
                    && type.getDeclaredField("runContinuation").getType() == Runnable.class) {
                scheduler = UNSAFE.objectFieldOffset(type, "scheduler");
                toContinue = UNSAFE.objectFieldOffset(type, "runContinuation");
            }
        } catch (ReflectiveOperationException e) {
            Installation.log("virtual threads cannot move: ", e);
        }
        SCHEDULER = scheduler;
        CONTINUE = toContinue;
    }

    private Schedulers() {}

    static boolean areKnown() {
        return SCHEDULER >= 0;
    }

    static Executor of(Thread thread) {
        return (Executor) UNSAFE.getReferenceVolatile(thread, SCHEDULER);
    }

    static void set(Thread thread, Executor scheduler) {
        UNSAFE.putReferenceVolatile(thread, SCHEDULER, scheduler);
    }

    /** Returns what a scheduler is given to mount the thread. */
    static Runnable toContinue(Thread thread) {
        return (Runnable) UNSAFE.getReference(thread, CONTINUE);
    }
}
