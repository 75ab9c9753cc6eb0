package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/** Steps through the instructions of a {@code Code} attribute (JVMS 6.5). */
final class Instructions {

    /** {@code astore_3}; ASM folds the short forms into the long ones. */
    private static final int LAST_STORE = 78;

    private static final int WIDE = 196;
    private static final int GOTO_W = 200;
    private static final int JSR_W = 201;

    /** Length of each instruction in bytes, opcode included; 0 where it varies. */
    private static final byte[] LENGTHS = new byte[256];

    static {
        java.util.Arrays.fill(LENGTHS, (byte) 1);
        fill(Opcodes.BIPUSH, Opcodes.BIPUSH, 2);
        fill(Opcodes.SIPUSH, Opcodes.SIPUSH, 3);
        fill(Opcodes.LDC, Opcodes.LDC, 2);
        // ldc_w and ldc2_w, which ASM folds into ldc
        fill(Opcodes.LDC + 1, Opcodes.LDC + 2, 3);
        fill(Opcodes.ILOAD, Opcodes.ALOAD, 2);
        fill(Opcodes.ISTORE, Opcodes.ASTORE, 2);
        fill(Opcodes.IINC, Opcodes.IINC, 3);
        fill(Opcodes.IFEQ, Opcodes.JSR, 3);
        fill(Opcodes.RET, Opcodes.RET, 2);
        fill(Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH, 0);
        fill(Opcodes.GETSTATIC, Opcodes.INVOKESTATIC, 3);
        fill(Opcodes.INVOKEINTERFACE, Opcodes.INVOKEDYNAMIC, 5);
        fill(Opcodes.NEW, Opcodes.NEW, 3);
        fill(Opcodes.NEWARRAY, Opcodes.NEWARRAY, 2);
        fill(Opcodes.ANEWARRAY, Opcodes.ANEWARRAY, 3);
        fill(Opcodes.CHECKCAST, Opcodes.INSTANCEOF, 3);
        fill(WIDE, WIDE, 0);
        fill(Opcodes.MULTIANEWARRAY, Opcodes.MULTIANEWARRAY, 4);
        fill(Opcodes.IFNULL, Opcodes.IFNONNULL, 3);
        fill(GOTO_W, JSR_W, 5);
    }

    private Instructions() {}

    private static void fill(int from, int to, int length) {
        for (int opcode = from; opcode <= to; opcode++) {
            LENGTHS[opcode] = (byte) length;
        }
    }

    /**
     * Returns the offset behind the instruction.
     *
     * @param code a class file
     * @param start offset of the method's first instruction
     * @param at offset of the instruction
     * @throws IllegalArgumentException when it is a switch with fewer than no cases
     */
    static int after(byte[] code, int start, int at) {
        int opcode = code[at] & 0xff;
        if (LENGTHS[opcode] != 0) {
            return at + LENGTHS[opcode];
        }
        if (opcode == WIDE) {
            return at + ((code[at + 1] & 0xff) == Opcodes.IINC ? 6 : 4);
        }
        // Operands of a switch are aligned to four bytes from the start of the method's code.
        int operands = at + 4 - ((at - start) & 3);
        if (opcode == Opcodes.TABLESWITCH) {
            int low = readInt(code, operands + 4);
            int high = readInt(code, operands + 8);
            return operands + 12 + 4 * cases((long) high - low + 1);
        }
        return operands + 8 + 8 * cases(readInt(code, operands + 4));
    }

    /**
     * Returns the farthest offset to which a switch may go.
     *
     * @param code a class file
     * @param start offset of the method's first instruction
     * @param at offset of the switch
     */
    static int farthest(byte[] code, int start, int at) {
        int operands = at + 4 - ((at - start) & 3);
        int farthest = readInt(code, operands);
        int end = after(code, start, at);
        boolean isTable = (code[at] & 0xff) == Opcodes.TABLESWITCH;
        // Jumps stand one after the other, or each behind its key.
        for (int i = operands + 12; i < end; i += isTable ? 4 : 8) {
            farthest = Math.max(farthest, readInt(code, i));
        }
        return at + farthest;
    }

    /** Nobody has verified the class file yet, and a step backwards would never end. */
    private static int cases(long count) {
        if (count < 0 || count > 65535) {
            throw new IllegalArgumentException("a switch with ".concat(Long.toString(count)));
        }
        return (int) count;
    }

    private static int readInt(byte[] code, int at) {
        return (code[at] & 0xff) << 24
                | (code[at + 1] & 0xff) << 16
                | (code[at + 2] & 0xff) << 8
                | (code[at + 3] & 0xff);
    }

    /** Returns the bytes of the instruction, opcode included; 0 where that varies. */
    static byte length(int opcode) {
        return LENGTHS[opcode];
    }

    /** Tells whether the instruction is a call of a method that it names. */
    static boolean isCall(int opcode) {
        return opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.INVOKEINTERFACE;
    }

    /** Tells whether the instruction loads a constant of the class file. */
    static boolean isConstant(int opcode) {
        return opcode >= Opcodes.LDC && opcode <= Opcodes.LDC + 2;
    }

    /** Tells whether the instruction is a conditional jump. */
    static boolean isTest(int opcode) {
        return opcode >= Opcodes.IFEQ && opcode <= Opcodes.IF_ACMPNE
                || opcode == Opcodes.IFNULL
                || opcode == Opcodes.IFNONNULL;
    }

    static boolean isSwitch(int opcode) {
        return opcode == Opcodes.TABLESWITCH || opcode == Opcodes.LOOKUPSWITCH;
    }

    /** Tells whether control may go elsewhere than to the next instruction, except by an error. */
    static boolean branches(int opcode) {
        return isTest(opcode)
                || opcode >= Opcodes.GOTO && opcode <= Opcodes.RETURN
                || opcode == Opcodes.ATHROW
                || opcode == GOTO_W
                || opcode == JSR_W;
    }

    /** Returns the distance of the jump at this offset; 0 where it has no single one. */
    static int jump(byte[] code, int at) {
        int opcode = code[at] & 0xff;
        if (opcode == GOTO_W || opcode == JSR_W) {
            return readInt(code, at + 1);
        }
        if (isTest(opcode) || opcode == Opcodes.GOTO || opcode == Opcodes.JSR) {
            return (short) ((code[at + 1] & 0xff) << 8 | code[at + 2] & 0xff);
        }
        return 0;
    }

    /**
     * Tells whether the instruction may run code of a program: a call, or a class's initialiser.
     */
    static boolean mayCall(int opcode) {
        return opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.NEW
                || opcode == Opcodes.GETSTATIC
                || opcode == Opcodes.PUTSTATIC
                || isConstant(opcode);
    }

    /**
     * Tells whether the instruction only moves and computes values of the frame: constants, locals,
     * operands, fields and elements read. It may throw, as it would have without a check.
     */
    static boolean leavesNoTrace(int opcode) {
        return opcode <= Opcodes.SIPUSH
                || opcode >= Opcodes.ILOAD && opcode <= Opcodes.SALOAD
                || opcode >= Opcodes.ISTORE && opcode <= LAST_STORE
                || opcode >= Opcodes.POP && opcode <= Opcodes.DCMPG
                || opcode == Opcodes.GETFIELD
                || opcode == Opcodes.ARRAYLENGTH
                || opcode == Opcodes.INSTANCEOF;
    }
}
