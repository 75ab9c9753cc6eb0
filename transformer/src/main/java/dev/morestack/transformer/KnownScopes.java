package dev.morestack.transformer;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Drops the names of local variables whose scope begins or ends within an instruction. The JVM
 * takes these (JVMS 4.7.13 forbids them, and it does not look); ASM would write a negative length,
 * which the JVM refuses.
 */
final class KnownScopes extends MethodVisitor {

    KnownScopes(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visitLocalVariable(
            String name, String descriptor, String signature, Label start, Label end, int index) {
        if (isKnown(start) && isKnown(end)) {
            super.visitLocalVariable(name, descriptor, signature, start, end, index);
        }
    }

    /** All instructions have been written by now, and with them the labels before them. */
    private static boolean isKnown(Label label) {
        try {
            return label.getOffset() >= 0;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
