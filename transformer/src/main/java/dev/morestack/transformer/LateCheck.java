package dev.morestack.transformer;

import org.objectweb.asm.MethodVisitor;

/** Puts the check behind a number of instructions; see {@link CheckPlacement}. */
final class LateCheck extends EachInstruction {

    private final int charge;
    private int before;

    /**
     * Creates the visitor.
     *
     * @param charge upper bound of the method's frame in bytes
     * @param before number of instructions before the check
     */
    LateCheck(MethodVisitor next, int charge, int before) {
        super(next);
        this.charge = charge;
        this.before = before;
    }

    @Override
    void instruction() {
        if (before-- == 0) {
            CheckPrologue.emit(mv, charge);
        }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        // What the instructions before have left on the stack may still be there.
        super.visitMaxs(maxStack + 1, maxLocals);
    }
}
