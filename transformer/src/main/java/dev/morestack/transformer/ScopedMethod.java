package dev.morestack.transformer;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts a method into a scope of the runtime: enters before its first instruction, leaves before
 * each return, and when an exception leaves the method.
 *
 * <pre>
 *   token = Morestack.enter...(...);
 *   try { body } finally { Morestack.leave...(token); }
 * </pre>
 *
 * <p>The token lives in a local behind all others; each frame of the method gets it (JVMS 4.7.4).
 * Not for constructors: no handler may cover the call of another one (JVMS 4.10.1.6).
 */
abstract class ScopedMethod extends MethodVisitor {

    private final int token;
    private final Object tokenType;
    private final boolean needsFrames;
    private final Label start = new Label();

    /**
     * Creates the scope.
     *
     * @param maxLocals slots of the method's locals
     * @param tokenType of the token, as frames name it
     * @param version major version of the class file
     */
    ScopedMethod(MethodVisitor next, int maxLocals, Object tokenType, int version) {
        super(Opcodes.ASM9, next);
        token = maxLocals;
        this.tokenType = tokenType;
        needsFrames = version >= Opcodes.V1_6;
    }

    /** Writes a call that leaves the token: [] -> [token]. */
    abstract void enter(MethodVisitor method);

    /** Writes a call that takes it: [token] -> []. */
    abstract void leave(MethodVisitor method);

    @Override
    public void visitCode() {
        super.visitCode();
        enter(mv);
        super.visitVarInsn(tokenType == Opcodes.INTEGER ? Opcodes.ISTORE : Opcodes.ASTORE, token);
        super.visitLabel(start);
        // The first instruction may have a frame of its own, which knows the token by now.
        super.visitInsn(Opcodes.NOP);
    }

    private void leave() {
        mv.visitVarInsn(tokenType == Opcodes.INTEGER ? Opcodes.ILOAD : Opcodes.ALOAD, token);
        leave(mv);
    }

    @Override
    public void visitFrame(int type, int locals, Object[] local, int stack, Object[] operands) {
        Object[] all = new Object[token + 1];
        int count = 0;
        int slots = 0;
        for (int i = 0; i < locals; i++) {
            all[count++] = local[i];
            slots += local[i] == Opcodes.LONG || local[i] == Opcodes.DOUBLE ? 2 : 1;
        }
        while (slots++ < token) {
            all[count++] = Opcodes.TOP;
        }
        all[count++] = tokenType;
        super.visitFrame(type, count, all, stack, operands);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            leave();
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        Label end = new Label();
        super.visitLabel(end);
        // Last in the table: the method's own handlers come first.
        super.visitTryCatchBlock(start, end, end, null);
        if (needsFrames) {
            visitFrame(Opcodes.F_NEW, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"});
        }
        // [throwable]
        leave();
        super.visitInsn(Opcodes.ATHROW);
        super.visitMaxs(maxStack + 2, maxLocals + 1);
    }
}
