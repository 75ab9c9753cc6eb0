package dev.morestack.apps.traces;

import dev.morestack.apps.recursion.Starter;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Prints the frames of a deep thread, a line each.
 *
 * <p>Arguments: a {@link Starter}, the depth, how to look: {@code throwable}, {@code thread},
 * {@code walker}, {@code all} or {@code other}, which looks from another thread.
 */
public final class DeepTrace {

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
            return aside(n) + 1;
        }
        return down(n - 1) + 1;
    }

    private synchronized long aside(int n) {
        return down(n - 1) + 1;
    }

    private void look() {
        Thread self = Thread.currentThread();
        switch (look) {
            case "throwable" -> print(new Throwable().getStackTrace());
            case "thread" -> print(self.getStackTrace());
            case "all" -> print(Thread.getAllStackTraces().get(self));
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
