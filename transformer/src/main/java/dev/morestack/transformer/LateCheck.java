package dev.morestack.transformer;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts the check behind a number of instructions; see {@link CheckPlacement}. */
final class LateCheck extends MethodVisitor {

    private final int charge;
    private int before;

    /**
     * Creates the visitor.
     *
     * @param charge upper bound of the method's frame in bytes
     * @param before number of instructions before the check
     */
    LateCheck(MethodVisitor next, int charge, int before) {
        super(Opcodes.ASM9, next);
        this.charge = charge;
        this.before = before;
    }

    /** To be called before each instruction, when its labels and its frame have been written. */
    private void next() {
        if (before-- == 0) {
            CheckPrologue.emit(mv, charge);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        next();
        super.visitInsn(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        next();
        super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int local) {
        next();
        super.visitVarInsn(opcode, local);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        next();
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        next();
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
        next();
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(
            String name, String descriptor, Handle bootstrap, Object... arguments) {
        next();
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
        next();
        super.visitJumpInsn(opcode, target);
    }

    @Override
    public void visitLdcInsn(Object value) {
        next();
        super.visitLdcInsn(value);
    }

    @Override
    public void visitIincInsn(int local, int increment) {
        next();
        super.visitIincInsn(local, increment);
    }

    @Override
    public void visitTableSwitchInsn(int low, int high, Label otherwise, Label... labels) {
        next();
        super.visitTableSwitchInsn(low, high, otherwise, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        next();
        super.visitLookupSwitchInsn(otherwise, keys, labels);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        next();
        super.visitMultiANewArrayInsn(descriptor, dimensions);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        // What the instructions before have left on the stack may still be there.
        super.visitMaxs(maxStack + 1, maxLocals);
    }
}
