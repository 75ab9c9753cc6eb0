package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/**
 * Reads from a class file what weaving must know beforehand, without visiting its instructions:
 * where nothing is to be woven, no visitor is ever run.
 */
final class ClassScan {

    private static final int LINE_NUMBER_ENTRY = 4;

    /** {@code CONSTANT_Dynamic}. */
    private static final int DYNAMIC = 17;

    private final RawClass file;
    private final byte[] bytes;

    private ClassScan(RawClass file) {
        this.file = file;
        this.bytes = file.bytes;
    }

    /** Returns the methods in the order of the class file. */
    static ScannedMethod[] methods(RawClass file) {
        return new ClassScan(file).methods();
    }

    private ScannedMethod[] methods() {
        int at = file.methods();
        ScannedMethod[] methods = new ScannedMethod[u2(at)];
        at += 2;
        for (int i = 0; i < methods.length; i++) {
            methods[i] = method(at);
            at = file.afterMember(at);
        }
        BoundedCalls.settle(file, methods);
        return methods;
    }

    private ScannedMethod method(int at) {
        int access = u2(at);
        String name = file.text(at + 2);
        String descriptor = file.text(at + 4);
        int code = file.attribute(at + 6, "Code");
        if (code < 0) {
            return new ScannedMethod(name, descriptor, access, Elision.NO_CODE, 0, 0, 0, 0, 0);
        }
        int charge = ScannedMethod.charge(u2(code), u2(code + 2));
        int length = file.u4(code + 4);
        Elision elision = ScannedMethod.mayGoUnchecked(charge) ? elision(code + 8, length) : null;
        int before = elision == null ? before(file, code, charge) : 0;
        int line = firstLine(code + 8 + length);
        int maxLocals = u2(code + 2);
        return new ScannedMethod(
                name, descriptor, access, elision, charge, maxLocals, before, length, line);
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
    private Elision elision(int start, int length) {
        Elision elision = Elision.NO_CALL;
        for (int at = start; at < start + length; at = Instructions.after(bytes, start, at)) {
            int opcode = bytes[at] & 0xff;
            if (opcode == Opcodes.INVOKEDYNAMIC || isDynamicConstant(opcode, at)) {
                return null;
            }
            if (opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.INVOKEINTERFACE) {
                if (isOwnCall(file, at)) {
                    elision = Elision.BOUNDED_CALLS;
                } else if (!isLeafCall(file, at)) {
                    return null;
                } else if (elision == Elision.NO_CALL) {
                    elision = Elision.LEAF_CALLS;
                }
            }
        }
        return elision;
    }

    /** A dynamic constant is resolved by a call of its bootstrap method. */
    private boolean isDynamicConstant(int opcode, int at) {
        if (opcode < Opcodes.LDC || opcode > Opcodes.LDC + 2) {
            return false;
        }
        int index = opcode == Opcodes.LDC ? file.u1(at + 1) : u2(at + 1);
        return file.tag(index) == DYNAMIC;
    }

    /** Tells whether the call at this offset names the class itself. */
    static boolean isOwnCall(RawClass file, int at) {
        int owner = file.item(file.u2(file.item(file.u2(at + 1))));
        return file.isSameText(owner, file.item(file.u2(file.header + 2)));
    }

    /** Tells whether the call at this offset makes no call back. */
    private static boolean isLeafCall(RawClass file, int at) {
        int reference = file.item(file.u2(at + 1));
        // Most calls are of other packages, and no text is made for these.
        if (!LeafCalls.maySpeakOf(file, file.item(file.u2(reference)))) {
            return false;
        }
        int called = file.called(at);
        String owner = file.className(reference);
        String name = file.text(called);
        String descriptor = file.text(called + 2);
        return LeafCalls.contains(owner, name, descriptor)
                || LeafCalls.makesException(owner, name, descriptor)
                        && !owner.equals(file.className(file.header + 4));
    }

    /** Tells whether the method makes a call of a class that is not the JDK's. */
    static boolean callsProgram(RawClass file, int method) {
        int code = file.attribute(method + 6, "Code");
        int start = code + 8;
        int end = start + file.u4(code + 4);
        for (int at = start; at < end; at = Instructions.after(file.bytes, start, at)) {
            int opcode = file.u1(at);
            if (opcode >= Opcodes.INVOKEVIRTUAL
                    && opcode <= Opcodes.INVOKEINTERFACE
                    && !JdkNames.contain(file.className(file.item(file.u2(at + 1))))) {
                return true;
            }
        }
        return false;
    }

    private int firstLine(int exceptionTable) {
        int attributes = exceptionTable + 2 + 8 * u2(exceptionTable);
        int table = file.attribute(attributes, "LineNumberTable");
        for (int i = table < 0 ? 0 : u2(table); i > 0; i--) {
            int entry = table + 2 + LINE_NUMBER_ENTRY * (i - 1);
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
