package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.morestack.transformer.subjects.Initialisers;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Weaves static initialisers and runs them. */
class InitialiserCallsTest {

    @Test
    void theInitialiserDoesWhatItDidAndEachOfItsCallsGoesThroughARoot() throws Exception {
        ClassFile woven = Subject.file("Initialisers").woven();
        Verification.verify(woven);
        CheckCounter.reset(false);
        Class<?> defined = new WovenLoader().define(woven);
        // add; three times new and number; new, two, new, two; any; nothing.
        assertEquals(1 + 3 * 2 + 4 + 2, CheckCounter.callsInRoot());
        assertEquals(Initialisers.SUM, defined.getField("SUM").get(null));
        assertEquals("012", defined.getField("TEXT").get(null));
        assertEquals(2, defined.getField("ANY").get(null));
        Object nested = defined.getField("NESTED").get(null);
        assertEquals("2 2", defined.getMethod("numbers").invoke(nested));
    }

    @Test
    void aNewWhoseReferencesAreElsewhereIsLeftAlone() {
        MethodNode method = new MethodNode();
        InitialiserCalls calls = new InitialiserCalls(method, plan(), 1);
        calls.visitTypeInsn(Opcodes.NEW, "a/B");
        calls.visitVarInsn(Opcodes.ASTORE, 0);
        calls.visitVarInsn(Opcodes.ALOAD, 0);
        calls.visitInsn(Opcodes.DUP);
        calls.visitMethodInsn(Opcodes.INVOKESPECIAL, "a/B", "<init>", "()V", false);
        calls.visitInsn(Opcodes.POP);
        calls.visitInsn(Opcodes.RETURN);
        calls.visitMaxs(2, 1);
        assertEquals("NEW ASTORE ALOAD DUP INVOKESPECIAL POP RETURN", Opcode.words(method));
    }

    @Test
    void callsOfTheJdkAreLeftAlone() {
        MethodNode method = new MethodNode();
        InitialiserCalls calls = new InitialiserCalls(method, plan(), 0);
        calls.visitMethodInsn(
                Opcodes.INVOKESTATIC, "java/util/List", "of", "()Ljava/util/List;", true);
        calls.visitInsn(Opcodes.POP);
        assertTrue(Opcode.words(method).startsWith("INVOKESTATIC"), Opcode.words(method));
    }

    private static Plan plan() {
        ClassFile file = Subject.file("Initialisers");
        return new Plan(
                file.reader(),
                ClassScan.methods(file.bytes(), file.reader()),
                MethodSelection.NONE);
    }
}
