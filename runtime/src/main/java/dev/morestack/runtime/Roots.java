package dev.morestack.runtime;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import jdk.internal.access.JavaLangAccess;
import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.CarrierThread;
import jdk.internal.vm.annotation.Hidden;

/** Gives platform threads their roots. */
public final class Roots {

    private static final JavaLangAccess JLA = SharedSecrets.getJavaLangAccess();

    /** Set when the self-test has passed; until then no thread gets a root. */
    private static volatile boolean open;

    private Roots() {}

    static void open() {
        open = true;
    }

    static boolean isOpen() {
        return open;
    }

    /** Wraps the task of the calling thread so that it runs inside a root, where one is due. */
    public static Runnable wrap(Runnable task) {
        return wrap(task, false);
    }

    private static Runnable wrap(Runnable task, boolean isInner) {
        return task != null
                        && !(task instanceof Carrier.Guest)
                        && isDue(Thread.currentThread())
                        && !isOfVm(task)
                ? new Rooted(task, isInner)
                : task;
    }

    /**
     * Tells whether it is the task of the thread that wakes virtual threads for the VM. The first
     * virtual thread starts it, which may be at any time.
     */
    private static boolean isOfVm(Runnable task) {
        return task.getClass().getName().startsWith("java.lang.VirtualThread$");
    }

    /**
     * Wraps the next task of a worker that has been running since before the agent. Not in pools
     * that may look at their tasks in {@code beforeExecute}: these would see the wrapper.
     */
    public static Runnable wrapInPool(Runnable task, Object pool) {
        Class<?> type = pool.getClass();
        return type == ThreadPoolExecutor.class || type == ScheduledThreadPoolExecutor.class
                ? wrap(task, true)
                : task;
    }

    /** Calls the handler, inside a root where one is due. */
    @Hidden
    public static void handle(
            Thread.UncaughtExceptionHandler handler, Thread thread, Throwable exception) {
        if (isDue(Thread.currentThread())) {
            enter(new Handling(handler, thread, exception));
        } else {
            handler.uncaughtException(thread, exception);
        }
    }

    /**
     * Runs {@code self.run()} inside a root, when the calling thread is {@code self}, a root is due
     * and calling {@code run()} again calls the very method that asks.
     *
     * @param declaringClass binary name of the class that declares the asking method
     * @return whether it was run
     */
    @Hidden
    public static boolean runAgain(Object self, String declaringClass) {
        if (self != Thread.currentThread()) {
            return false;
        }
        Thread thread = (Thread) self;
        if (!isDue(thread) || !declaringClass.equals(classThatRuns(thread))) {
            return false;
        }
        enter(thread);
        return true;
    }

    /** Runs the task inside a root at the base of the calling thread. */
    @Hidden
    static void enter(Runnable task) {
        enter(task, false, false);
    }

    /** Runs the task inside a root above frames of the program. */
    @Hidden
    static void enterInner(Runnable task) {
        enter(task, false, true);
    }

    @Hidden
    private static void enter(Runnable task, boolean isOfThread, boolean isInner) {
        Thread thread = Thread.currentThread();
        int account = Morestack.account(thread);
        // Nothing on the way to the entry may spill or measure.
        Morestack.setAccount(thread, SlowPath.HELD);
        Counters.ROOTS.add(1);
        try {
            Root.run(task, isOfThread, isInner);
        } finally {
            Morestack.setAccount(thread, account);
        }
    }

    /**
     * A platform thread without a continuation of any kind gets a root. Carriers of virtual threads
     * do not: the virtual thread's own continuation is what spills there.
     */
    private static boolean isDue(Thread thread) {
        return open
                && !thread.isVirtual()
                && !(thread instanceof CarrierThread)
                && !(thread instanceof Carrier)
                && JLA.getContinuation(thread) == null;
    }

    /**
     * Returns the name of the class whose {@code run()} a call on the thread reaches. A subclass
     * that calls {@code super.run()} would otherwise be started twice.
     */
    private static String classThatRuns(Thread thread) {
        Class<?> c = thread.getClass();
        while (!declaresRun(c)) {
            c = c.getSuperclass();
        }
        return c.getName();
    }

    /** Thread itself does, so a search upwards ends there. */
    private static boolean declaresRun(Class<?> c) {
        try {
            return c.getDeclaredMethod("run") != null;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static final class Rooted implements Runnable {

        private final Runnable task;
        private final boolean isInner;

        Rooted(Runnable task, boolean isInner) {
            this.task = task;
            this.isInner = isInner;
        }

        @Hidden
        @Override
        public void run() {
            enter(task, true, isInner);
        }
    }

    private static final class Handling implements Runnable {

        private final Thread.UncaughtExceptionHandler handler;
        private final Thread thread;
        private final Throwable exception;

        Handling(Thread.UncaughtExceptionHandler handler, Thread thread, Throwable exception) {
            this.handler = handler;
            this.thread = thread;
            this.exception = exception;
        }

        @Hidden
        @Override
        public void run() {
            handler.uncaughtException(thread, exception);
        }
    }
}
