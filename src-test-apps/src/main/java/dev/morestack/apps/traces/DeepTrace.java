package dev.morestack.apps.traces;

import dev.morestack.apps.recursion.Starter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Prints the frames of a deep thread, a line each.
 *
 * <p>Arguments: a {@link Starter}, the depth, how to look: {@code throwable}, {@code thread},
 * {@code walker}, {@code other}, which looks from another thread, or a dump of all threads: {@code
 * all}, {@code beans}, {@code printed}; {@code bean} is a management bean's of 50 frames, {@code
 * beanAll} of all.
 */
public final class DeepTrace {

    /** Whether frames hold monitors, which some JVMs cannot freeze. */
    private static final boolean MONITORS = Boolean.parseBoolean(System.getProperty("monitors"));

    private final String look;

    private DeepTrace(String look) {
        this.look = look;
    }

    public static void main(String[] args) throws Exception {
        DeepTrace trace = new DeepTrace(args[2]);
        int depth = Integer.parseInt(args[1]);
        Starter.valueOf(args[0]).run(() -> trace.down(depth));
    }

    private long down(int n) {
        if (n == 0) {
            look();
            return 0;
        }
        // Two lines that frames can be at, and two methods.
        if (n % 3 == 0) {
            return MONITORS ? guarded(n) + 1 : aside(n) + 1;
        }
        return down(n - 1) + 1;
    }

    private long aside(int n) {
        return down(n - 1) + 1;
    }

    private synchronized long guarded(int n) {
        return down(n - 1) + 1;
    }

    private void look() {
        Thread self = Thread.currentThread();
        switch (look) {
            case "throwable" -> print(new Throwable().getStackTrace());
            case "thread" -> print(self.getStackTrace());
            case "all" -> print(Thread.getAllStackTraces().get(self));
            case "beans" -> print(dumped(self));
            case "bean" -> print(ofBean(self, 50));
            case "beanAll" -> print(ofBean(self, 1_000_000));
            case "printed" -> System.out.print(printed(self));
            case "other" -> print(seenByAnother(self));
            case "walker" -> print(walked());
            default -> throw new IllegalArgumentException(look);
        }
    }

    private static void print(StackTraceElement[] frames) {
        StringBuilder lines = new StringBuilder();
        for (StackTraceElement frame : frames) {
            lines.append("frame ").append(frame).append('\n');
        }
        System.out.print(lines);
    }

    private static ThreadMXBean bean() {
        return ManagementFactory.getThreadMXBean();
    }

    private static StackTraceElement[] ofBean(Thread thread, int depth) {
        return bean().getThreadInfo(thread.threadId(), depth).getStackTrace();
    }

    private static StackTraceElement[] dumped(Thread thread) {
        for (ThreadInfo info : bean().dumpAllThreads(false, false)) {
            if (info.getThreadId() == thread.threadId()) {
                return info.getStackTrace();
            }
        }
        throw new IllegalStateException("not among all threads");
    }

    /** What {@code jcmd Thread.print} and {@code jstack} print. */
    private static String printed(Thread thread) {
        try {
            String dump =
                    (String)
                            ManagementFactory.getPlatformMBeanServer()
                                    .invoke(
                                            new ObjectName(
                                                    "com.sun.management:type=DiagnosticCommand"),
                                            "threadPrint",
                                            new Object[] {new String[0]},
                                            new String[] {String[].class.getName()});
            int start = dump.indexOf("\n\"" + thread.getName() + "\"");
            String own = dump.substring(start, dump.indexOf("\n\n", start) + 1);
            return own.lines()
                    .filter(line -> line.startsWith("\tat "))
                    .map(line -> "frame " + line.substring(4) + "\n")
                    .collect(Collectors.joining());
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StackTraceElement[] walked() {
        List<StackTraceElement> frames =
                StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                        .walk(s -> s.map(StackWalker.StackFrame::toStackTraceElement).toList());
        return frames.toArray(new StackTraceElement[0]);
    }

    private static StackTraceElement[] seenByAnother(Thread deep) {
        CountDownLatch looked = new CountDownLatch(1);
        StackTraceElement[][] seen = new StackTraceElement[1][];
        new Thread(
                        () -> {
                            // The thread looked at must be where it stays.
                            while (deep.getState() != Thread.State.WAITING) {
                                Thread.onSpinWait();
                            }
                            seen[0] = deep.getStackTrace();
                            looked.countDown();
                        })
                .start();
        try {
            looked.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return seen[0];
    }
}
