package dev.morestack.transformer;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts the check before a method's first instruction. */
final class CheckPrologue extends MethodVisitor {

    private final int charge;
    private final int line;

    /**
     * Creates the prologue.
     *
     * @param charge upper bound of the method's frame in bytes
     * @param line line number of its first instruction, 0 when unknown
     */
    CheckPrologue(MethodVisitor next, int charge, int line) {
        super(Opcodes.ASM9, next);
        this.charge = charge;
        this.line = line;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        Lines.mark(mv, line);
        // []
        emit(mv, charge);
        // []
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(Math.max(1, maxStack), maxLocals);
    }

    /** Writes the check, which takes one operand and leaves none. */
    static void emit(MethodVisitor method, int charge) {
        if (charge <= Short.MAX_VALUE) {
            method.visitIntInsn(Opcodes.SIPUSH, charge);
        } else {
            method.visitLdcInsn(charge);
        }
        // [charge]
        // Legal before super(): JVMS 4.10.1.9 forbids only uses of uninitializedThis.
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC, Names.MORESTACK, Names.CHECK, Names.CHECK_DESCRIPTOR, false);
    }
}
