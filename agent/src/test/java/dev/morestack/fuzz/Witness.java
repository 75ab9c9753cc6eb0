package dev.morestack.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Turns what can be seen of a program's stack, by a walk or in an exception, into a number. */
final class Witness {
    private static final String GENERATED = ProgramModel.PACKAGE.replace('/', '.');
    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final int TOP = 5;

    private final Walk walk;
    private int looks;

    /** A look costs microseconds, so they become rarer. */
    private int chances;

    private int nextLook;

    /** A look at the whole of a deep stack costs tenths of a second. */
    private int wholeLooksLeft = 2;

    Witness(Walk walk) {
        this.walk = walk;
    }

    int looks() {
        return looks;
    }

    /** The generated methods on top of the stack, with their lines. */
    long now() {
        if (chances++ < nextLook) {
            return 0;
        }
        nextLook = chances + chances / 16 + 3;
        return look();
    }

    private long look() {
        looks++;
        return digest(WALKER.walk(frames -> top(frames.map(f -> f.toStackTraceElement()))));
    }

    /** At some of the walk's turns, the number of generated methods on the whole stack. */
    long atTurn() {
        if (wholeLooksLeft == 0 || walk.next(2) != 0) {
            return look();
        }
        wholeLooksLeft--;
        looks++;
        return WALKER.walk(frames -> frames.filter(f -> isGenerated(f.getClassName())).count());
    }

    /**
     * What is told about an exception that a program throws: HotSpot may leave out the trace of one
     * that it throws itself, so only a {@link Fault}'s is looked at.
     */
    long of(Throwable thrown) {
        long name = thrown.getClass().getName().hashCode();
        return thrown instanceof Fault
                ? name * 31 + digest(top(Arrays.stream(thrown.getStackTrace())))
                : name;
    }

    private static List<StackTraceElement> top(Stream<StackTraceElement> frames) {
        return frames.filter(f -> isGenerated(f.getClassName())).limit(TOP).toList();
    }

    private static boolean isGenerated(String className) {
        return className.startsWith(GENERATED);
    }

    private static long digest(List<StackTraceElement> frames) {
        long digest = frames.size();
        for (StackTraceElement frame : frames) {
            digest = digest * 31 + frame.getClassName().hashCode();
            digest = digest * 31 + frame.getMethodName().hashCode();
            digest = digest * 31 + frame.getLineNumber();
        }
        return digest;
    }
}
