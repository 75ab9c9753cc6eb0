package dev.morestack.transformer;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Reads from a class file what weaving must know beforehand, without visiting its instructions:
 * where nothing is to be woven, no visitor is ever run.
 */
final class ClassScan {

    private static final int LINE_NUMBER_ENTRY = 4;

    private final byte[] bytes;
    private final ClassReader reader;
    private final char[] buffer;

    private ClassScan(byte[] classFile, ClassReader reader) {
        this.bytes = classFile;
        this.reader = reader;
        this.buffer = new char[reader.getMaxStringLength()];
    }

    /** Returns the methods in the order of the class file. */
    static ScannedMethod[] methods(byte[] classFile, ClassReader reader) {
        return new ClassScan(classFile, reader).methods();
    }

    private ScannedMethod[] methods() {
        int interfaces = reader.header + 6;
        int fields = interfaces + 2 + 2 * u2(interfaces);
        int at = fields + 2;
        for (int i = u2(fields); i > 0; i--) {
            at = afterAttributes(at + 6);
        }
        ScannedMethod[] methods = new ScannedMethod[u2(at)];
        at += 2;
        for (int i = 0; i < methods.length; i++) {
            methods[i] = method(at);
            at = afterAttributes(at + 6);
        }
        return methods;
    }

    private ScannedMethod method(int at) {
        int access = u2(at);
        String name = reader.readUTF8(at + 2, buffer);
        String descriptor = reader.readUTF8(at + 4, buffer);
        int code = attribute(at + 6, "Code");
        if (code < 0) {
            return new ScannedMethod(name, descriptor, access, Elision.NO_CODE, 0, 0, 0, 0, 0);
        }
        int charge = ScannedMethod.charge(u2(code), u2(code + 2));
        int length = reader.readInt(code + 4);
        Elision elision = ScannedMethod.mayGoUnchecked(charge) ? elision(code + 8, length) : null;
        int before =
                elision == null && ScannedMethod.mayGoUnchecked(charge)
                        ? CheckPlacement.instructionsBefore(bytes, reader, code + 8, length)
                        : 0;
        int line = firstLine(code + 8 + length);
        int maxLocals = u2(code + 2);
        return new ScannedMethod(
                name, descriptor, access, elision, charge, maxLocals, before, length, line);
    }

    private Elision elision(int start, int length) {
        Elision elision = Elision.NO_CALL;
        for (int at = start; at < start + length; at = Instructions.after(bytes, start, at)) {
            int opcode = bytes[at] & 0xff;
            if (opcode == Opcodes.INVOKEDYNAMIC || isDynamicConstant(opcode, at)) {
                return null;
            }
            if (opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.INVOKEINTERFACE) {
                if (!isLeafCall(u2(at + 1))) {
                    return null;
                }
                elision = Elision.LEAF_CALLS;
            }
        }
        return elision;
    }

    /** A dynamic constant is resolved by a call of its bootstrap method. */
    private boolean isDynamicConstant(int opcode, int at) {
        if (opcode < Opcodes.LDC || opcode > Opcodes.LDC + 2) {
            return false;
        }
        int index = opcode == Opcodes.LDC ? reader.readByte(at + 1) : u2(at + 1);
        return reader.readByte(reader.getItem(index) - 1) == 17;
    }

    private boolean isLeafCall(int index) {
        int reference = reader.getItem(index);
        int nameAndType = reader.getItem(u2(reference + 2));
        return LeafCalls.contains(
                reader.readClass(reference, buffer),
                reader.readUTF8(nameAndType, buffer),
                reader.readUTF8(nameAndType + 2, buffer));
    }

    private int firstLine(int exceptionTable) {
        int attributes = exceptionTable + 2 + 8 * u2(exceptionTable);
        int table = attribute(attributes, "LineNumberTable");
        for (int i = table < 0 ? 0 : u2(table); i > 0; i--) {
            int entry = table + 2 + LINE_NUMBER_ENTRY * (i - 1);
            if (u2(entry) == 0) {
                return u2(entry + 2);
            }
        }
        return 0;
    }

    /** Returns the offset of the attribute's contents, -1 when there is none of that name. */
    private int attribute(int attributes, String name) {
        int at = attributes + 2;
        for (int i = u2(attributes); i > 0; i--) {
            if (name.equals(reader.readUTF8(at, buffer))) {
                return at + 6;
            }
            at += 6 + reader.readInt(at + 2);
        }
        return -1;
    }

    private int afterAttributes(int attributes) {
        int at = attributes + 2;
        for (int i = u2(attributes); i > 0; i--) {
            at += 6 + reader.readInt(at + 2);
        }
        return at;
    }

    private int u2(int at) {
        return reader.readUnsignedShort(at);
    }
}
