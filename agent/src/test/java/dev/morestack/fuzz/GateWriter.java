package dev.morestack.fuzz;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes the class of static methods by which a generated method is called with one long, or with
 * nothing at all.
 */
final class GateWriter {
    private static final int PUBLIC_STATIC = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;

    private final ProgramModel program;
    private final MethodModel method;

    GateWriter(ProgramModel program, MethodModel method) {
        this.program = program;
        this.method = method;
    }

    byte[] write() {
        ClassWriter out = ProgramWriter.writer(method);
        int version = ClassVersion.encoded(method.version());
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER;
        out.visit(version, access, method.gate(), null, "java/lang/Object", null);
        writeGate(out);
        writeBare(out);
        writeHop(out);
        out.visitEnd();
        return out.toByteArray();
    }

    private void writeGate(ClassWriter out) {
        Code code = begin(out, "gate", "(J)J", 2);
        code.begin(method.salt());
        code.visitVarInsn(Opcodes.LLOAD, 0);
        code.addToSum();
        new CallWriter(code, method.version()).call(method, CallStyle.DIRECT);
        end(code, Opcodes.LRETURN);
    }

    /** A method that calls with neither a local nor an operand stack. */
    private void writeBare(ClassWriter out) {
        Code code = begin(out, "bare", "()V", 0);
        code.callStatic(method.gate(), "hop", "()V");
        end(code, Opcodes.RETURN);
    }

    private void writeHop(ClassWriter out) {
        Code code = begin(out, "hop", "()V", 0);
        code.push(method.salt());
        code.callStatic(method.gate(), "gate", "(J)J");
        code.visitInsn(Opcodes.POP2);
        end(code, Opcodes.RETURN);
    }

    private Code begin(ClassWriter out, String name, String descriptor, int firstLocal) {
        MethodVisitor visitor = out.visitMethod(PUBLIC_STATIC, name, descriptor, null, null);
        Code code = new Code(visitor, program.hub(), firstLocal);
        code.visitCode();
        return code;
    }

    private static void end(Code code, int returning) {
        code.visitInsn(returning);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
