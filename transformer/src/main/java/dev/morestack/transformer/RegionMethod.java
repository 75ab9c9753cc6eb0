package dev.morestack.transformer;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts a method into a region: enters before its first instruction, leaves before each return, and
 * when an exception leaves the method.
 *
 * <pre>
 *   token = Morestack.enterRegion(bytes);
 *   try { body } finally { Morestack.leaveRegion(token); }
 * </pre>
 *
 * <p>The token lives in a local behind all others; each frame of the method gets it (JVMS 4.7.4).
 * Not for constructors: no handler may cover the call of another one (JVMS 4.10.1.6).
 */
final class RegionMethod extends MethodVisitor {

    private final long bytes;
    private final int token;
    private final boolean needsFrames;
    private final Label start = new Label();

    /**
     * Creates the region.
     *
     * @param maxLocals slots of the method's locals
     * @param version major version of the class file
     */
    RegionMethod(MethodVisitor next, long bytes, int maxLocals, int version) {
        super(Opcodes.ASM9, next);
        this.bytes = bytes;
        token = maxLocals;
        needsFrames = version >= Opcodes.V1_6;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        enter(mv, bytes);
        super.visitVarInsn(Opcodes.ISTORE, token);
        super.visitLabel(start);
        // The first instruction may have a frame of its own, which knows the token by now.
        super.visitInsn(Opcodes.NOP);
    }

    /** [] -> [token] */
    static void enter(MethodVisitor method, long bytes) {
        method.visitLdcInsn(bytes);
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                Names.MORESTACK,
                Names.ENTER_REGION,
                Names.ENTER_REGION_DESCRIPTOR,
                false);
    }

    /** [] -> [] */
    static void leave(MethodVisitor method, int token) {
        method.visitVarInsn(Opcodes.ILOAD, token);
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                Names.MORESTACK,
                Names.LEAVE_REGION,
                Names.LEAVE_REGION_DESCRIPTOR,
                false);
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
        all[count++] = Opcodes.INTEGER;
        super.visitFrame(type, count, all, stack, operands);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            leave(mv, token);
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
        leave(mv, token);
        super.visitInsn(Opcodes.ATHROW);
        super.visitMaxs(maxStack + 2, maxLocals + 1);
    }
}
