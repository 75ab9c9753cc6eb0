package dev.morestack.transformer;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts before a {@code run()} that may be a thread's first method: if this thread has no root yet,
 * run this method again inside one and return.
 */
final class RootPrologue extends MethodVisitor {

    private final String className;
    private final boolean needsFrame;
    private final int line;

    /**
     * Creates the prologue of an instance method without parameters that returns nothing.
     *
     * @param className internal name of the class that declares it
     * @param version major version of its class file
     * @param line line number of its first instruction, 0 when unknown
     */
    RootPrologue(MethodVisitor next, String className, int version, int line) {
        super(Opcodes.ASM9, next);
        this.className = className;
        this.line = line;
        needsFrame = version >= Opcodes.V1_6;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        Lines.mark(mv, line);
        Label body = new Label();
        // []
        super.visitVarInsn(Opcodes.ALOAD, 0);
        super.visitLdcInsn(className.replace('/', '.'));
        // [this, name]
        super.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                Names.MORESTACK,
                Names.RAN_IN_ROOT,
                Names.RAN_IN_ROOT_DESCRIPTOR,
                false);
        // [ran]
        super.visitJumpInsn(Opcodes.IFEQ, body);
        super.visitInsn(Opcodes.RETURN);
        super.visitLabel(body);
        if (needsFrame) {
            super.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        }
        // The method may have a frame of its own at its first instruction; JVMS 4.7.4 allows but
        // one for an offset.
        super.visitInsn(Opcodes.NOP);
        // []
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(Math.max(2, maxStack), maxLocals);
    }
}
