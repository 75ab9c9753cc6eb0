package dev.morestack.fuzz;

import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the places at which a program throws an exception, when the walk wants one. */
final class FaultWriter {
    private static final String FAULT = Type.getInternalName(Fault.class);

    private final Code code;

    FaultWriter(Code code) {
        this.code = code;
    }

    /** Throws by athrow, or lets the JVM throw one of the exceptions that it makes itself. */
    void write(int flavour) {
        Label past = new Label();
        code.pushTrace();
        code.callTrace("due", "()Z");
        code.visitJumpInsn(Opcodes.IFEQ, past);
        switch (flavour % 8) {
            case 0 -> divideByZero();
            case 1 -> readNothing();
            case 2 -> readOutside();
            case 3 -> castWrongly();
            case 4 -> makeNegativeArray();
            default -> throwFault();
        }
        code.visitLabel(past);
    }

    private void divideByZero() {
        code.pushSum();
        code.push(0L);
        code.visitInsn(Opcodes.LDIV);
        code.addToSum();
    }

    private void readNothing() {
        code.visitInsn(Opcodes.ACONST_NULL);
        code.visitInsn(Opcodes.ARRAYLENGTH);
        code.addToSum(Type.INT_TYPE);
    }

    private void readOutside() {
        code.pushMade(Type.getType(long[].class), 1);
        code.push(-1);
        code.visitInsn(Opcodes.LALOAD);
        code.addToSum();
    }

    private void castWrongly() {
        code.pushMade(Type.getType(String.class), 1);
        code.visitTypeInsn(Opcodes.CHECKCAST, "java/lang/Integer");
        code.visitInsn(Opcodes.POP);
    }

    private void makeNegativeArray() {
        code.push(-1);
        code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
        code.visitInsn(Opcodes.POP);
    }

    private void throwFault() {
        code.visitTypeInsn(Opcodes.NEW, FAULT);
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, FAULT, "<init>", "()V", false);
        code.visitInsn(Opcodes.ATHROW);
    }
}
