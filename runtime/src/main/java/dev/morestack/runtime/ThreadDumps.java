package dev.morestack.runtime;

import java.util.Arrays;
import jdk.internal.misc.Unsafe;

/**
 * Completes the stack traces of deep threads in dumps that the VM makes of many threads at once: it
 * does not walk into continuations there, and the traces end with the entry of the root. For a
 * single thread it does.
 */
public final class ThreadDumps {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    private ThreadDumps() {}

    /** Replaces the traces that end early. An element is null for a thread that has ended. */
    public static void complete(Thread[] threads, StackTraceElement[][] traces) {
        for (int i = 0; i < traces.length; i++) {
            if (traces[i] != null && endsAtEntry(traces[i])) {
                traces[i] = whole(threads[i], traces[i]);
            }
        }
    }

    /**
     * Replaces the traces that end early.
     *
     * @param threads all that are alive
     * @param infos {@code java.lang.management.ThreadInfo}; null for a thread that has ended
     * @param depth most frames that were asked for; negative for all
     */
    public static void completeInfos(Thread[] threads, Object[] infos, int depth) {
        try {
            for (int i = 0; infos != null && i < infos.length; i++) {
                if (infos[i] != null) {
                    complete(threads, infos[i], depth);
                }
            }
        } catch (RuntimeException | LinkageError e) {
            Installation.log("thread dumps of deep threads are cut short: ", e);
        }
    }

    private static void complete(Thread[] threads, Object info, int depth) {
        // The class belongs to a module that java.base does not know.
        Class<?> type = info.getClass();
        long traceField = UNSAFE.objectFieldOffset(type, "stackTrace");
        StackTraceElement[] trace = (StackTraceElement[]) UNSAFE.getReference(info, traceField);
        if (trace == null || !endsAtEntry(trace)) {
            return;
        }
        long id = UNSAFE.getLong(info, UNSAFE.objectFieldOffset(type, "threadId"));
        for (int i = 0; i < threads.length; i++) {
            if (threads[i].threadId() == id) {
                StackTraceElement[] whole = whole(threads[i], trace);
                boolean isTooLong = depth >= 0 && whole.length > depth;
                UNSAFE.putReference(
                        info, traceField, isTooLong ? Arrays.copyOf(whole, depth) : whole);
                return;
            }
        }
    }

    /** Only a native method's frame of that name: the entry of a continuation. */
    private static boolean endsAtEntry(StackTraceElement[] trace) {
        for (int i = trace.length - 1; i >= 0; i--) {
            if (trace[i].getMethodName().equals("enterSpecial")
                    && trace[i].getClassName().equals("jdk.internal.vm.Continuation")) {
                return true;
            }
        }
        return false;
    }

    private static StackTraceElement[] whole(Thread thread, StackTraceElement[] cut) {
        StackTraceElement[] whole = asDumped(thread.getStackTrace());
        if (thread == Thread.currentThread()) {
            return withoutOurs(whole, cut);
        }
        // A thread that has ended meanwhile has none.
        return whole.length > 0 ? whole : cut;
    }

    /** Elements of dumps print the name of the loader and the version of the module, too. */
    private static StackTraceElement[] asDumped(StackTraceElement[] trace) {
        StackTraceElement[] dumped = new StackTraceElement[trace.length];
        for (int i = 0; i < trace.length; i++) {
            StackTraceElement e = trace[i];
            dumped[i] =
                    new StackTraceElement(
                            e.getClassLoaderName(),
                            e.getModuleName(),
                            e.getModuleVersion(),
                            e.getClassName(),
                            e.getMethodName(),
                            e.getFileName(),
                            e.getLineNumber());
        }
        return dumped;
    }

    /**
     * The dump begins with the native method that makes it, where the trace has ours, and its
     * caller is at the line of that call.
     */
    private static StackTraceElement[] withoutOurs(
            StackTraceElement[] whole, StackTraceElement[] cut) {
        for (int i = 1; i < whole.length; i++) {
            if (whole[i].getMethodName().equals(cut[1].getMethodName())
                    && whole[i].getClassName().equals(cut[1].getClassName())) {
                StackTraceElement[] rest = Arrays.copyOfRange(whole, i - 1, whole.length);
                rest[0] = cut[0];
                rest[1] = cut[1];
                return rest;
            }
        }
        return cut;
    }
}
