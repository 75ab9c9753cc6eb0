package dev.morestack.transformer;

import org.objectweb.asm.ClassReader;

/**
 * Weaves checks, and nothing else, by copying the class file with bytes put in: no visitor, no
 * symbol table. The agent starts in interpreted code, where this takes a fifth of the time.
 *
 * <p>What it does not know it leaves to the visitors; {@link Weaver} falls back to these.
 */
final class ClassPatch {

    /** What {@link #constants} appends. */
    private static final int CONSTANTS = 6;

    private final byte[] bytes;
    private final ClassReader reader;
    private final ByteSink out;
    private final int firstConstant;
    private final CodePatch code;

    private ClassPatch(byte[] classFile, ClassReader reader, int checks) {
        this.bytes = classFile;
        this.reader = reader;
        out = new ByteSink(classFile.length + 64 + 12 * checks);
        firstConstant = reader.readUnsignedShort(8);
        code = new CodePatch(classFile, reader, out, firstConstant + CONSTANTS - 1);
    }

    /** Returns the class with its checks; null where something of it is not known here. */
    static byte[] of(byte[] classFile, ClassReader reader, ScannedMethod[] methods, int checks) {
        ClassPatch patch = new ClassPatch(classFile, reader, checks);
        return patch.firstConstant + CONSTANTS <= 65535 && patch.write(methods)
                ? patch.out.toByteArray()
                : null;
    }

    private boolean write(ScannedMethod[] methods) {
        out.copy(bytes, 0, 8);
        out.u2(firstConstant + CONSTANTS);
        out.copy(bytes, 10, reader.header);
        constants();
        int at = methodsStart();
        out.copy(bytes, reader.header, at);
        for (int i = 0; i < methods.length; i++) {
            int end = afterMember(at);
            if (!methods[i].needsCheck() || !methods[i].hasRoom()) {
                out.copy(bytes, at, end);
            } else if (!method(at, methods[i])) {
                return false;
            }
            at = end;
        }
        out.copy(bytes, at, bytes.length);
        return true;
    }

    private void constants() {
        out.utf8(Names.MORESTACK);
        out.u1(7); // CONSTANT_Class
        out.u2(firstConstant);
        out.utf8(Names.CHECK);
        out.utf8(Names.CHECK_DESCRIPTOR);
        out.u1(12); // CONSTANT_NameAndType
        out.u2(firstConstant + 2);
        out.u2(firstConstant + 3);
        out.u1(10); // CONSTANT_Methodref
        out.u2(firstConstant + 1);
        out.u2(firstConstant + 4);
    }

    private int methodsStart() {
        int interfaces = reader.header + 6;
        int fields = interfaces + 2 + 2 * reader.readUnsignedShort(interfaces);
        int at = fields + 2;
        for (int i = reader.readUnsignedShort(fields); i > 0; i--) {
            at = afterMember(at);
        }
        return at + 2;
    }

    private int afterMember(int member) {
        int at = member + 8;
        for (int i = reader.readUnsignedShort(member + 6); i > 0; i--) {
            at += 6 + reader.readInt(at + 2);
        }
        return at;
    }

    private boolean method(int method, ScannedMethod scanned) {
        out.copy(bytes, method, method + 8);
        int at = method + 8;
        for (int i = reader.readUnsignedShort(method + 6); i > 0; i--) {
            int end = at + 6 + reader.readInt(at + 2);
            if (!code.isNamed(at, "Code")) {
                out.copy(bytes, at, end);
            } else if (!code.write(at, scanned)) {
                return false;
            }
            at = end;
        }
        return true;
    }
}
