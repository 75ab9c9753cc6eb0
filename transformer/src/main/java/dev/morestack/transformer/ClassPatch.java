package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/**
 * Weaves checks, and nothing else, by copying the class file with bytes put in: no visitor, no
 * symbol table. The agent starts in interpreted code, where this takes a fifth of the time.
 *
 * <p>What it does not know it leaves to the visitors; {@link Weaver} falls back to these.
 */
final class ClassPatch {

    private final RawClass file;
    private final byte[] bytes;
    private final ByteSink out;
    private CodePatch code;
    private byte[] check;

    private ClassPatch(RawClass file, int checks) {
        this.file = file;
        this.bytes = file.bytes;
        out = new ByteSink(bytes.length + 64 + 12 * checks);
    }

    /** Returns the class with its checks; null where something of it is not known here. */
    static byte[] of(RawClass file, ScannedMethod[] methods, int checks) {
        ClassPatch patch = new ClassPatch(file, checks);
        return patch.write(methods) ? patch.out.toByteArray() : null;
    }

    private boolean write(ScannedMethod[] methods) {
        Constants constants = new Constants(file, out);
        int call = constants.call(Names.CHECK, Names.CHECK_DESCRIPTOR);
        check = Bytecode.of(Opcodes.SIPUSH, 0, 0, Opcodes.INVOKESTATIC, call >> 8, call);
        code = new CodePatch(file, out);
        if (!constants.end()) {
            return false;
        }
        int at = file.methods() + 2;
        out.copy(bytes, file.header, at);
        for (int i = 0; i < methods.length; i++) {
            int end = file.afterMember(at);
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

    private boolean method(int method, ScannedMethod scanned) {
        out.copy(bytes, method, method + 8);
        int at = method + 8;
        for (int i = file.u2(method + 6); i > 0; i--) {
            int end = at + 6 + file.u4(at + 2);
            if (!file.isText(at, "Code")) {
                out.copy(bytes, at, end);
            } else if (!check(at, scanned)) {
                return false;
            }
            at = end;
        }
        return true;
    }

    private boolean check(int attribute, ScannedMethod method) {
        int charge = method.charge();
        check[1] = (byte) (charge >> 8);
        check[2] = (byte) charge;
        return charge <= Short.MAX_VALUE && code.write(attribute, method.before(), check, 1);
    }
}
