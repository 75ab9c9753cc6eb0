package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Visits each prologue visitor by hand. */
class PrologueTest {

    @Test
    void theCheckComesFirst() {
        MethodNode method = new MethodNode();
        method.visitMaxs(0, 0);
        CheckPrologue prologue = new CheckPrologue(method, 120, 0);
        body(prologue, 0);
        assertEquals("SIPUSH check NOP RETURN", Opcode.words(method));
        assertEquals(120, ((IntInsnNode) method.instructions.getFirst()).operand);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "7, 7"})
    void theCheckNeedsOneOperand(int before, int after) {
        MethodNode method = new MethodNode();
        body(new CheckPrologue(method, 120, 0), before);
        assertEquals(after, method.maxStack);
        assertEquals(3, method.maxLocals);
    }

    @Test
    void aChargeAboveAShortIsAConstant() {
        MethodNode small = new MethodNode();
        body(new CheckPrologue(small, 32_767, 0), 0);
        assertEquals("SIPUSH check NOP RETURN", Opcode.words(small));
        MethodNode large = new MethodNode();
        body(new CheckPrologue(large, 32_768, 0), 0);
        assertEquals("LDC check NOP RETURN", Opcode.words(large));
        assertEquals(32_768, ((LdcInsnNode) large.instructions.getFirst()).cst);
    }

    @Test
    void theCheckHasTheLineOfTheFirstInstruction() {
        MethodNode method = new MethodNode();
        body(new CheckPrologue(method, 120, 42), 0);
        assertEquals(42, ((LineNumberNode) method.instructions.get(1)).line);
        assertEquals(Opcodes.SIPUSH, method.instructions.get(2).getOpcode());
    }

    @Test
    void theLateCheckComesBehindAsManyInstructionsAsTold() {
        for (int before = 0; before < ALL_KINDS; before++) {
            MethodNode plain = new MethodNode();
            allKinds(plain);
            MethodNode checked = new MethodNode();
            allKinds(new LateCheck(checked, 120, before));
            String[] words = Opcode.words(plain).split(" ");
            assertEquals(ALL_KINDS, words.length);
            words[before] = "SIPUSH check " + words[before];
            assertEquals(String.join(" ", words), Opcode.words(checked));
        }
    }

    @Test
    void theLateCheckNeedsOneOperandMore() {
        MethodNode method = new MethodNode();
        body(new LateCheck(method, 120, 1), 2);
        assertEquals(3, method.maxStack);
        assertEquals(3, method.maxLocals);
    }

    private static final int ALL_KINDS = 13;

    private static void allKinds(MethodVisitor to) {
        Label label = new Label();
        to.visitCode();
        to.visitInsn(Opcodes.NOP);
        to.visitIntInsn(Opcodes.BIPUSH, 1);
        to.visitVarInsn(Opcodes.ILOAD, 0);
        to.visitTypeInsn(Opcodes.INSTANCEOF, "made/Other");
        to.visitFieldInsn(Opcodes.GETFIELD, "made/Other", "field", "I");
        to.visitMethodInsn(Opcodes.INVOKESTATIC, "made/Other", "call", "()V", false);
        to.visitInvokeDynamicInsn(
                "name",
                "()V",
                new Handle(Opcodes.H_INVOKESTATIC, "made/Other", "bootstrap", "()V", false));
        to.visitJumpInsn(Opcodes.GOTO, label);
        to.visitLabel(label);
        to.visitLdcInsn("text");
        to.visitIincInsn(0, 1);
        to.visitTableSwitchInsn(0, 0, label, label);
        to.visitLookupSwitchInsn(label, new int[0], new Label[0]);
        to.visitMultiANewArrayInsn("[[I", 2);
        to.visitMaxs(0, 0);
        to.visitEnd();
    }

    @ParameterizedTest
    @ValueSource(ints = {Opcodes.V1_1, Opcodes.V1_5})
    void theRootPrologueHasNoFrameWhereThereAreNone(int version) {
        assertEquals(0, frames(rooted(version)));
    }

    @ParameterizedTest
    @ValueSource(ints = {Opcodes.V1_6, Opcodes.V1_7, Opcodes.V21})
    void theRootPrologueHasAFrameWhereItsBranchEnds(int version) {
        assertEquals(1, frames(rooted(version)));
    }

    private static long frames(MethodNode method) {
        int frames = 0;
        for (AbstractInsnNode at : method.instructions) {
            frames += at.getType() == AbstractInsnNode.FRAME ? 1 : 0;
        }
        return frames;
    }

    @Test
    void theRootPrologueAsksWithThisAndTheDeclaringClass() {
        MethodNode method = rooted(Opcodes.V21);
        assertEquals("ALOAD LDC ranInRoot IFEQ RETURN NOP NOP RETURN", Opcode.words(method));
        assertEquals("made.Worker", ((LdcInsnNode) method.instructions.get(3)).cst);
        assertEquals(2, method.maxStack);
    }

    private static MethodNode rooted(int version) {
        MethodNode method = new MethodNode();
        body(new RootPrologue(method, "made/Worker", version & 0xffff, 5), 0);
        return method;
    }

    private static void body(MethodVisitor to, int maxStack) {
        to.visitCode();
        to.visitInsn(Opcodes.NOP);
        to.visitInsn(Opcodes.RETURN);
        to.visitMaxs(maxStack, 3);
        to.visitEnd();
    }
}
