package dev.morestack.fuzz;

import dev.morestack.fuzz.MethodModel.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The methods of a program that have begun and not ended, with the {@code finally} blocks that they
 * owe, and what a {@code StackLimitError} must not do to them.
 *
 * <p>An error that is thrown at a prologue belongs to no method that has begun: below the first
 * frame of its stack trace are exactly those that had begun when the last call was made.
 */
final class Activations {
    /** Frames of a trace that are looked at. */
    private static final int TOP = 50;

    private static final String GENERATED = ProgramModel.PACKAGE.replace('/', '.');

    /** The frames in which methods begin, by class and name. */
    private final Map<String, Integer> bodies = new HashMap<>();

    /** Whether all calls are told of, which those of a superclass's constructor are not. */
    private final boolean comparable;

    private int[] methods = new int[64];
    private int[] owed = new int[64];
    private int depth;

    /** The depth from which the last call was made. */
    private int callDepth;

    /**
     * Whether that call has not arrived. Else a finally block on the error's way up has called, and
     * who had begun when the error was thrown is forgotten.
     */
    private boolean calling;

    /** Whether the last that has happened is that a method has begun. */
    private boolean beginning;

    private String broken = "";

    Activations(ProgramModel program) {
        for (MethodModel method : program.methods()) {
            boolean abroad = method.kind() == MethodKind.INTERFACE;
            String owner = abroad ? method.derived() : method.owner();
            String name = method.kind().isPrivate() ? "own" : method.name();
            bodies.put(owner.replace('/', '.') + "." + name, method.id());
        }
        comparable = program.methods().stream().noneMatch(m -> m.has(Shape.RECURSIVE_SUPER));
    }

    /** A method begins, so many deep. */
    void enter(int method, int position) {
        endBelow(position - 1);
        if (position >= methods.length) {
            methods = Arrays.copyOf(methods, 2 * position);
            owed = Arrays.copyOf(owed, 2 * position);
        }
        methods[position] = method;
        owed[position] = 0;
        depth = position;
        calling = false;
        beginning = true;
    }

    /** A method calls another one. */
    void calls(int position) {
        callDepth = position;
        calling = true;
        beginning = false;
    }

    /** A method ends by a return. */
    void exit(int method, int position) {
        endBelow(position);
        if (depth != position || methods[position] != method) {
            fail("method " + method + " ended without having begun");
        }
        endBelow(position - 1);
        calling = false;
        beginning = false;
    }

    /** A block begins that a {@code finally} block has to follow. */
    void owes(int position) {
        owed[position]++;
    }

    /** A {@code finally} block runs. */
    void pays(int position) {
        endBelow(position);
        if (--owed[position] < 0) {
            fail("a finally block of method " + methods[position] + " ran twice");
        }
    }

    /** An exception has come up to a handler. */
    void reaches(int position) {
        endBelow(position);
    }

    /** Ends all methods deeper than this, by an exception. */
    private void endBelow(int position) {
        for (; depth > position; depth--) {
            if (owed[depth] != 0) {
                fail("a finally block of method " + methods[depth] + " did not run");
            }
        }
    }

    /** The limit has been met; to be told once, before anything is caught. */
    void refused(StackTraceElement... trace) {
        if (trace.length == 0 || !trace[0].getClassName().startsWith(GENERATED)) {
            fail("limit met in " + Arrays.asList(trace).subList(0, Math.min(5, trace.length)));
            return;
        }
        // Line 1 is that of the first instruction; what follows when a method has begun has others.
        if (trace[0].getLineNumber() > 1) {
            fail("limit met in the middle of " + trace[0]);
        }
        if (comparable && beginning) {
            fail("limit met in " + trace[0] + ", after a method had begun and without a call");
        }
        List<Integer> below =
                Arrays.stream(trace)
                        .skip(1)
                        .map(f -> bodies.get(f.getClassName() + "." + f.getMethodName()))
                        .filter(Objects::nonNull)
                        .limit(TOP)
                        .toList();
        for (int i = 0; comparable && calling && i < below.size(); i++) {
            int position = callDepth - i;
            if (position < 1 || methods[position] != below.get(i)) {
                fail("limit met in " + trace[0] + ", above others than have begun");
                return;
            }
        }
    }

    void fail(String what) {
        if (broken.isEmpty()) {
            broken = what;
        }
    }

    /** What was wrong first; empty when nothing was. */
    String broken() {
        return broken;
    }
}
