package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class InstructionsTest {

    @Test
    void instructionsBeginWhereAsmReadsThem() {
        int compared = 0;
        for (ClassFile file : Corpus.sample()) {
            compared += compare(file);
        }
        assertTrue(compared > 10_000, compared + " methods");
    }

    @Test
    void wideInstructionsBeginWhereAsmReadsThem() {
        ClassFile file =
                ClassFile.withMethod(
                        "()V",
                        code -> {
                            Label far = new Label();
                            Label farther = new Label();
                            code.visitJumpInsn(Opcodes.GOTO, far);
                            code.visitIincInsn(300, 1);
                            code.visitIincInsn(3, 1000);
                            code.visitVarInsn(Opcodes.LLOAD, 300);
                            code.visitInsn(Opcodes.POP2);
                            for (int i = 0; i < 40_000; i++) {
                                code.visitInsn(Opcodes.NOP);
                            }
                            code.visitLabel(far);
                            code.visitJumpInsn(Opcodes.JSR, farther);
                            code.visitInsn(Opcodes.RETURN);
                            code.visitLabel(farther);
                            code.visitVarInsn(Opcodes.ASTORE, 301);
                            code.visitTableSwitchInsn(-1, 1, far, far, far, far);
                            code.visitInsn(Opcodes.NOP);
                            code.visitLookupSwitchInsn(
                                    far, new int[] {-7, 1 << 30}, new Label[] {far, far});
                            code.visitInsn(Opcodes.NOP);
                            code.visitLookupSwitchInsn(far, new int[0], new Label[0]);
                            code.visitMultiANewArrayInsn("[[I", 2);
                            code.visitVarInsn(Opcodes.RET, 301);
                        });
        assertEquals(1, compare(file));
    }

    private static int compare(ClassFile file) {
        Offsets asm = new Offsets(file.bytes());
        List<CodeAttribute> attributes = CodeAttribute.of(file.bytes());
        attributes.removeIf(code -> code.start() < 0);
        for (int i = 0; i < attributes.size(); i++) {
            int start = attributes.get(i).start();
            List<Integer> offsets = new ArrayList<>();
            int at = start;
            while (at < start + attributes.get(i).length()) {
                offsets.add(at - start);
                at = Instructions.after(file.bytes(), start, at);
            }
            assertEquals(start + attributes.get(i).length(), at, file.name());
            assertEquals(asm.ofMethods.get(i), offsets, file.name());
        }
        return attributes.size();
    }

    /** The offsets at which ASM meets instructions. */
    private static final class Offsets extends ClassReader {

        final List<List<Integer>> ofMethods = new ArrayList<>();

        Offsets(byte[] classFile) {
            super(classFile);
            ClassVisitor begin =
                    new ClassVisitor(Opcodes.ASM9) {
                        @Override
                        public MethodVisitor visitMethod(
                                int access,
                                String name,
                                String descriptor,
                                String signature,
                                String[] exceptions) {
                            return new MethodVisitor(Opcodes.ASM9) {
                                @Override
                                public void visitCode() {
                                    ofMethods.add(new ArrayList<>());
                                }
                            };
                        }
                    };
            accept(begin, 0);
        }

        @Override
        protected void readBytecodeInstructionOffset(int offset) {
            ofMethods.getLast().add(offset);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH})
    void aSwitchWithFewerThanNoCasesIsRefusedInsteadOfFollowedBackwards(int opcode) {
        // Aligned: the operands default, low and high, or default and the number of pairs.
        byte[] code = {(byte) opcode, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -10, -1, -1, -1, -30};
        assertThrows(IllegalArgumentException.class, () -> Instructions.after(code, 0, 0));
    }

    @Test
    void jumpsAreReadWithTheirSign() {
        byte[] back = {(byte) Opcodes.GOTO, -1, -3};
        byte[] far = {(byte) 200, 0, 1, 0, 0};
        assertEquals(-3, Instructions.jump(back, 0));
        assertEquals(0x10000, Instructions.jump(far, 0));
        assertEquals(0, Instructions.jump(new byte[] {(byte) Opcodes.RETURN}, 0));
    }

    @Test
    void anInstructionThatLeavesNoTraceNeitherCallsNorBranches() {
        for (int opcode = 0; opcode < 202; opcode++) {
            if (Instructions.leavesNoTrace(opcode)) {
                assertFalse(Instructions.mayCall(opcode), "opcode " + opcode);
                assertFalse(Instructions.branches(opcode), "opcode " + opcode);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                Opcodes.PUTFIELD,
                Opcodes.IASTORE,
                Opcodes.AASTORE,
                Opcodes.MONITORENTER,
                Opcodes.MONITOREXIT,
                Opcodes.NEW,
                Opcodes.LDC,
                Opcodes.GETSTATIC,
                Opcodes.CHECKCAST,
            })
    void whatLastsOrMayRunOtherCodeLeavesATrace(int opcode) {
        assertFalse(Instructions.leavesNoTrace(opcode));
    }
}
