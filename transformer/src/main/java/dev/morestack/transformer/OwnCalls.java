package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/**
 * Tells which methods need no check because of what they call in their class.
 *
 * <p><i>Bounded</i> is a method of which all calls are known and end soon: leaf calls, and methods
 * of the class that are bounded, too. What a method calls must be settled before it is, so no
 * recursion is bounded.
 *
 * <p><i>Passing</i> is a method that other methods check for: it hands on to those that are checked
 * or bounded, or pass in their turn. No recursion leads through passing methods alone:
 *
 * <ul>
 *   <li>A static method or constructor that passes calls only what cannot be overridden in its own
 *       class, and no instance method that passes. In there each leads to one that was settled
 *       before.
 *   <li>An instance method may call static methods and constructors, also of other classes in the
 *       same outermost one. From these the way stays in their class.
 *   <li>It may also call methods that it declares itself and that a subclass overrides. From class
 *       to subclass the way never leads back.
 * </ul>
 */
final class OwnCalls {

    /**
     * Most bytes of passing methods in a row in one class; those of a subclass, or of another
     * class, may follow. A recursion may have them between two checks, and its real frames should
     * not be many times what it is charged.
     */
    private static final int MOST_PASSING = 256;

    private static final int NONE = -1;

    private static final byte OPEN = 0;

    /** Native, or too large for a check. */
    private static final byte UNKNOWN = 1;

    private static final byte ABSTRACT = 2;
    private static final byte CHECKED = 3;
    private static final byte BOUNDED = 4;
    private static final byte PASSING = 5;

    private final RawClass file;
    private final ScannedMethod[] methods;
    private final int[][] calls;

    /** Which method each of the calls names; none for one that a class above declares. */
    private final int[][] called;

    private final byte[] states;

    /** Bytes of the deepest chain of methods of the same state from each method on. */
    private final int[] chains;

    /** For each method, the first of those that wait for it; an open method waits for one. */
    private final int[] firstWaiting;

    /** For each that waits, the next one that waits for the same method. */
    private final int[] nextWaiting;

    /** Methods to look at: first all, then those whose wait is over. */
    private final int[] ready;

    private int readyEnd;

    private OwnCalls(RawClass file, ScannedMethod[] methods, int[][] calls) {
        this.file = file;
        this.methods = methods;
        this.calls = calls;
        called = new int[methods.length][];
        states = new byte[methods.length];
        chains = new int[methods.length];
        firstWaiting = new int[methods.length];
        nextWaiting = new int[methods.length];
        ready = new int[methods.length];
    }

    /**
     * Takes the reason back from the methods for which it does not hold, and gives others theirs.
     *
     * @param methods the methods of the class
     * @param calls for each that may need no check, the offsets of its calls of the class itself;
     *     null for the others
     */
    static void settle(RawClass file, ScannedMethod[] methods, int[][] calls) {
        for (int i = 0; i < methods.length; i++) {
            if (calls[i] != null) {
                new OwnCalls(file, methods, calls).settle();
                return;
            }
        }
    }

    private void settle() {
        findCalled();
        for (int i = 0; i < methods.length; i++) {
            states[i] = state(i);
        }
        settleOpen();
        for (int i = 0; i < methods.length; i++) {
            if (calls[i] != null) {
                methods[i] = methods[i].settled(elision(states[i]));
            }
        }
    }

    private static Elision elision(byte state) {
        return switch (state) {
            case BOUNDED -> Elision.BOUNDED_CALLS;
            case PASSING -> Elision.CHECKED_CALLS;
            default -> null;
        };
    }

    private void findCalled() {
        int[] names = new int[methods.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = nameAndType(methods[i].member() + 2);
        }
        for (int i = 0; i < names.length; i++) {
            if (calls[i] != null) {
                called[i] = new int[calls[i].length];
                for (int j = 0; j < called[i].length; j++) {
                    called[i][j] = indexOf(nameAndType(file.called(calls[i][j])), names);
                }
            }
        }
    }

    /** Returns name and type as one number. A text that a class file has twice is not known. */
    private int nameAndType(int at) {
        return file.u2(at) << 16 | file.u2(at + 2);
    }

    private static int indexOf(int number, int[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == number) {
                return i;
            }
        }
        return NONE;
    }

    private byte state(int method) {
        ScannedMethod scanned = methods[method];
        if (calls[method] != null) {
            return indexOf(method, called[method]) == NONE ? OPEN : checked(method);
        }
        if (!scanned.hasCode()) {
            return (scanned.access() & Opcodes.ACC_ABSTRACT) != 0 ? ABSTRACT : UNKNOWN;
        }
        if (scanned.needsCheck()) {
            return checked(method);
        }
        chains[method] = scanned.charge();
        return BOUNDED;
    }

    private byte checked(int method) {
        return methods[method].hasRoom() ? CHECKED : UNKNOWN;
    }

    /**
     * Settles each after those that it calls; of those that call each other in a circle one is
     * checked.
     */
    private void settleOpen() {
        for (int i = 0; i < methods.length; i++) {
            firstWaiting[i] = NONE;
            ready[readyEnd++] = i;
        }
        settleReady();
        for (int i = 0; i < methods.length; i++) {
            if (states[i] == OPEN) {
                close(i, checked(i));
                settleReady();
            }
        }
    }

    private void settleReady() {
        while (readyEnd > 0) {
            int method = ready[--readyEnd];
            if (states[method] == OPEN) {
                int target = openCall(method);
                if (target == NONE) {
                    close(method, settled(method));
                } else {
                    nextWaiting[method] = firstWaiting[target];
                    firstWaiting[target] = method;
                }
            }
        }
    }

    /** Returns a method that this one calls and that is open, if there is any. */
    private int openCall(int method) {
        for (int target : called[method]) {
            if (target != NONE && states[target] == OPEN) {
                return target;
            }
        }
        return NONE;
    }

    private void close(int method, byte state) {
        states[method] = state;
        for (int i = firstWaiting[method]; i != NONE; i = nextWaiting[i]) {
            ready[readyEnd++] = i;
        }
    }

    private byte settled(int method) {
        if (methods[method].elision() == Elision.BOUNDED_CALLS && isBounded(method)) {
            return BOUNDED;
        }
        return passes(method) ? PASSING : checked(method);
    }

    private boolean isBounded(int method) {
        int deepest = 0;
        for (int i = 0; i < calls[method].length; i++) {
            int target = called[method][i];
            if (target == NONE || states[target] != BOUNDED || !isBound(calls[method][i], target)) {
                return false;
            }
            deepest = Math.max(deepest, chains[target]);
        }
        int chain = methods[method].charge() + deepest;
        if (!ScannedMethod.mayGoUnchecked(chain)) {
            return false;
        }
        chains[method] = chain;
        return true;
    }

    private boolean passes(int method) {
        if (methods[method].isInitialiser()) {
            // Its calls may need a root, and find no other place to ask for one.
            return false;
        }
        boolean isInstance = isInstanceMethod(method);
        int deepest = 0;
        for (int i = 0; i < calls[method].length; i++) {
            int call = calls[method][i];
            int target = called[method][i];
            if (target == NONE || states[target] == UNKNOWN) {
                return false;
            }
            boolean isVirtual = isInstance && file.u1(call) == Opcodes.INVOKEVIRTUAL;
            if (!isVirtual && !isBound(call, target)) {
                return false;
            }
            if (states[target] == PASSING) {
                if (!isInstance && isInstanceMethod(target)) {
                    return false;
                }
                deepest = Math.max(deepest, chains[target]);
            }
        }
        chains[method] = methods[method].charge() + deepest;
        return chains[method] <= MOST_PASSING;
    }

    private boolean isInstanceMethod(int method) {
        return ScannedMethod.isInstanceMethod(file, methods[method].member());
    }

    /** Tells whether it is this method that is called, and not one that overrides it. */
    private boolean isBound(int call, int target) {
        int opcode = file.u1(call);
        int access = methods[target].access();
        return opcode == Opcodes.INVOKESTATIC
                || opcode == Opcodes.INVOKESPECIAL
                || (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL)) != 0
                || (file.u2(file.header) & Opcodes.ACC_FINAL) != 0;
    }
}
