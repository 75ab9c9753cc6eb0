package dev.morestack.transformer;

import java.util.Arrays;
import org.objectweb.asm.Opcodes;

/**
 * Reads from a class file what weaving must know beforehand, without visiting its instructions:
 * where nothing is to be woven, no visitor is ever run.
 */
final class ClassScan {

    static final int LINE_NUMBER_ENTRY = 4;

    /** {@code CONSTANT_Dynamic}. */
    private static final int DYNAMIC = 17;

    /** What a call may be. */
    private static final byte OWN = 1;

    private static final byte LEAF = 2;

    /** A static method or constructor of another class in the same outermost one. */
    private static final byte STATIC = 3;

    private static final byte OTHER = 4;

    /** Length of each instruction that is of no interest here; 0 for the others. */
    private static final byte[] STEPS = new byte[256];

    static {
        for (int opcode = 0; opcode < STEPS.length; opcode++) {
            boolean counts =
                    Instructions.isCall(opcode)
                            || opcode == Opcodes.INVOKEDYNAMIC
                            || Instructions.isConstant(opcode);
            STEPS[opcode] = counts ? 0 : Instructions.length(opcode);
        }
    }

    private final RawClass file;
    private final byte[] bytes;

    /** What each constant is as that of a call; 0 where nobody has asked. */
    private final byte[] kinds;

    /** Offsets of the calls of the method at hand. */
    private int[] calls = new int[16];

    private int found;

    /** Those of each method that it may need no check for, of the class itself. */
    private int[][] ownCalls;

    /** Name of the class that this one is in; null until it is asked for. */
    private String ownOutermost;

    private ClassScan(RawClass file) {
        this.file = file;
        this.bytes = file.bytes;
        kinds = new byte[file.constants()];
    }

    /** Returns the methods in the order of the class file. */
    static ScannedMethod[] methods(RawClass file) {
        return new ClassScan(file).methods();
    }

    private ScannedMethod[] methods() {
        int at = file.methods();
        ScannedMethod[] methods = new ScannedMethod[u2(at)];
        ownCalls = new int[methods.length][];
        at += 2;
        for (int i = 0; i < methods.length; i++) {
            methods[i] = method(i, at);
            at = file.afterMember(at);
        }
        OwnCalls.settle(file, methods, ownCalls);
        return methods;
    }

    private ScannedMethod method(int number, int at) {
        int code = file.attribute(at + 6, KnownText.CODE);
        if (code < 0) {
            return new ScannedMethod(file, at, Elision.NO_CODE, 0, 0, 0, 0, 0);
        }
        int maxLocals = u2(code + 2);
        int charge = ScannedMethod.charge(u2(code), maxLocals);
        int length = file.u4(code + 4);
        Elision elision = null;
        if (ScannedMethod.mayGoUnchecked(charge) && findCalls(code + 8, code + 8 + length)) {
            elision = elision(ScannedMethod.isInstanceMethod(file, at));
            if (elision == Elision.BOUNDED_CALLS || elision == Elision.CHECKED_CALLS) {
                ownCalls[number] = ownCalls();
            }
        }
        int before = elision == null ? before(file, code, charge) : 0;
        int line = firstLine(code + 8 + length);
        return new ScannedMethod(file, at, elision, charge, maxLocals, before, length, line);
    }

    /**
     * Returns the number of instructions before the check of a method with code and this charge.
     */
    static int before(RawClass file, int code, int charge) {
        return ScannedMethod.mayGoUnchecked(charge)
                ? CheckPlacement.instructionsBefore(file, code + 8, file.u4(code + 4))
                : 0;
    }

    /** For a method that calls others of its class the answer is not certain yet. */
    private Elision elision(boolean isInstanceMethod) {
        Elision elision = Elision.NO_CALL;
        for (int i = 0; i < found; i++) {
            int kind = kind(calls[i]);
            if (kind == OTHER || kind == STATIC && !isInstanceMethod) {
                return null;
            }
            if (kind == STATIC) {
                elision = Elision.CHECKED_CALLS;
            } else if (kind == OWN && elision != Elision.CHECKED_CALLS) {
                elision = Elision.BOUNDED_CALLS;
            } else if (elision == Elision.NO_CALL) {
                elision = Elision.LEAF_CALLS;
            }
        }
        return elision;
    }

    /** Returns those of the calls found that are of the class itself. */
    private int[] ownCalls() {
        int[] own = new int[found];
        int count = 0;
        for (int i = 0; i < found; i++) {
            if (kind(calls[i]) == OWN) {
                own[count++] = calls[i];
            }
        }
        return Arrays.copyOf(own, count);
    }

    /**
     * Finds the calls of a method.
     *
     * @return false where one is dynamic
     */
    private boolean findCalls(int start, int end) {
        found = 0;
        int at = start;
        while (at < end) {
            int opcode = bytes[at] & 0xff;
            int step = STEPS[opcode];
            if (step == 0) {
                if (opcode == Opcodes.INVOKEDYNAMIC || isDynamicConstant(opcode, at)) {
                    return false;
                }
                if (Instructions.isCall(opcode)) {
                    add(at);
                }
                step = Instructions.after(bytes, start, at) - at;
            }
            at += step;
        }
        return true;
    }

    private void add(int call) {
        if (found == calls.length) {
            calls = Arrays.copyOf(calls, 2 * found);
        }
        calls[found++] = call;
    }

    /** A dynamic constant is resolved by a call of its bootstrap method. */
    private boolean isDynamicConstant(int opcode, int at) {
        if (!Instructions.isConstant(opcode)) {
            return false;
        }
        int index = opcode == Opcodes.LDC ? file.u1(at + 1) : u2(at + 1);
        return file.tag(index) == DYNAMIC;
    }

    private int kind(int call) {
        int constant = u2(call + 1);
        if (kinds[constant] == 0) {
            kinds[constant] = newKind(call);
        }
        return kinds[constant];
    }

    private byte newKind(int call) {
        if (isOwnCall(file, call)) {
            return OWN;
        }
        if (isLeafCall(file, call)) {
            return LEAF;
        }
        return isStaticCall(call) ? STATIC : OTHER;
    }

    /**
     * Tells whether it is of a static method or constructor of a class in the same outermost one.
     */
    private boolean isStaticCall(int call) {
        int opcode = bytes[call] & 0xff;
        int reference = file.item(u2(call + 1));
        boolean isStatic =
                opcode == Opcodes.INVOKESTATIC
                        || opcode == Opcodes.INVOKESPECIAL
                                && file.startsWith(file.item(u2(reference + 2)), '<');
        return isStatic && outermost(file.className(reference)).equals(ownOutermost());
    }

    private String ownOutermost() {
        if (ownOutermost == null) {
            ownOutermost = outermost(file.className(file.header + 2));
        }
        return ownOutermost;
    }

    private static String outermost(String className) {
        int end = className.indexOf('$');
        return end < 0 ? className : className.substring(0, end);
    }

    /**
     * Tells whether the call at this offset names the class itself; by the same constant, as
     * compilers do it.
     */
    static boolean isOwnCall(RawClass file, int at) {
        return file.u2(file.item(file.u2(at + 1))) == file.u2(file.header + 2);
    }

    /** Tells whether the call at this offset makes no call back. */
    private static boolean isLeafCall(RawClass file, int at) {
        int reference = file.item(file.u2(at + 1));
        LeafCall call = LeafCalls.find(file, reference);
        // In the constructor of a subclass it is not the whole exception that is made, and what the
        // subclass has overridden is called.
        return call != null
                && !(call.makesException() && call.owner().equals(file.className(file.header + 4)));
    }

    /** Tells whether the method makes a call of a class that is not the JDK's. */
    static boolean callsProgram(RawClass file, int method) {
        int code = file.attribute(method + 6, KnownText.CODE);
        int start = code + 8;
        int end = start + file.u4(code + 4);
        for (int at = start; at < end; at = Instructions.after(file.bytes, start, at)) {
            int opcode = file.u1(at);
            if (Instructions.isCall(opcode)
                    && !JdkNames.contain(file.className(file.item(file.u2(at + 1))))) {
                return true;
            }
        }
        return false;
    }

    private int firstLine(int exceptionTable) {
        int attributes = exceptionTable + 2 + 8 * u2(exceptionTable);
        int table = file.attribute(attributes, KnownText.LINES);
        int end = table < 0 ? 0 : table + 2 + LINE_NUMBER_ENTRY * u2(table);
        for (int entry = table + 2; entry < end; entry += LINE_NUMBER_ENTRY) {
            if (u2(entry) == 0) {
                return u2(entry + 2);
            }
        }
        return 0;
    }

    private int u2(int at) {
        return file.u2(at);
    }
}
