package dev.morestack.transformer;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the same recursion as a class file of any version. */
final class VersionedClass {

    static final String NAME = "made/Recursion";

    private final ClassWriter writer;

    private VersionedClass(int version) {
        boolean hasFrames = (version & 0xffff) >= Opcodes.V1_6;
        writer = new ClassWriter(hasFrames ? ClassWriter.COMPUTE_FRAMES : ClassWriter.COMPUTE_MAXS);
    }

    /**
     * Returns a subclass of {@code Thread} with a static initialiser, a constructor, {@code
     * depth(int)}, which returns its argument after as many calls of itself, {@code run()}, which
     * calls that with 3, and up to version 49 {@code subroutines(int)}, which does the same by way
     * of {@code jsr}.
     */
    static ClassFile write(int version) {
        VersionedClass made = new VersionedClass(version);
        made.writer.visit(
                version,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER,
                NAME,
                null,
                "java/lang/Thread",
                null);
        made.writer
                .visitField(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "result", "I", null, null)
                .visitEnd();
        made.initialiser();
        made.constructor();
        made.depth();
        made.run();
        if ((version & 0xffff) <= Opcodes.V1_5) {
            made.subroutines();
        }
        made.writer.visitEnd();
        return new ClassFile("version " + (version & 0xffff), made.writer.toByteArray());
    }

    private void initialiser() {
        MethodVisitor code = method(Opcodes.ACC_STATIC, "<clinit>", "()V");
        code.visitInsn(Opcodes.ICONST_1);
        call(code, "depth");
        code.visitFieldInsn(Opcodes.PUTSTATIC, NAME, "result", "I");
        end(code, Opcodes.RETURN);
    }

    private void constructor() {
        MethodVisitor code = method(Opcodes.ACC_PUBLIC, "<init>", "()V");
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Thread", "<init>", "()V", false);
        end(code, Opcodes.RETURN);
    }

    private void depth() {
        MethodVisitor code = method(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "depth", "(I)I");
        Label recursion = new Label();
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitJumpInsn(Opcodes.IFNE, recursion);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(recursion);
        oneDeeper(code, "depth");
        end(code, Opcodes.IRETURN);
    }

    private void run() {
        MethodVisitor code = method(Opcodes.ACC_PUBLIC, "run", "()V");
        code.visitInsn(Opcodes.ICONST_3);
        call(code, "depth");
        code.visitFieldInsn(Opcodes.PUTSTATIC, NAME, "result", "I");
        end(code, Opcodes.RETURN);
    }

    private void subroutines() {
        MethodVisitor code = method(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "subroutines", "(I)I");
        Label subroutine = new Label();
        Label base = new Label();
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitJumpInsn(Opcodes.JSR, subroutine);
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(subroutine);
        code.visitVarInsn(Opcodes.ASTORE, 1);
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitJumpInsn(Opcodes.IFEQ, base);
        oneDeeper(code, "subroutines");
        code.visitVarInsn(Opcodes.ISTORE, 0);
        code.visitLabel(base);
        code.visitVarInsn(Opcodes.RET, 1);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void oneDeeper(MethodVisitor code, String name) {
        // [] -> [1 + name(n - 1)]
        code.visitInsn(Opcodes.ICONST_1);
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.ISUB);
        call(code, name);
        code.visitInsn(Opcodes.IADD);
    }

    private static void call(MethodVisitor code, String name) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, name, "(I)I", false);
    }

    private MethodVisitor method(int access, String name, String descriptor) {
        MethodVisitor code = writer.visitMethod(access, name, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private static void end(MethodVisitor code, int opcode) {
        code.visitInsn(opcode);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
