package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.morestack.transformer.subjects.Initialisers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.Printer;

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

    /** A handle of the method would load them all, and one may be missing. */
    @ParameterizedTest
    @CsvSource({
        "(La/Optional;)V, false",
        "()La/Optional;, false",
        "([[La/Optional;I)V, false",
        "(Ljavax/servlet/Filter;)V, false",
        "(Ljava/lang/String;La/Optional;)V, false",
        "(La/B;)V, true",
        "([La/B;)La/B;, true",
        "(IJLjava/lang/String;[Ljava/util/List;)Ljava/lang/Object;, true",
        "(Ldev/morestack/transformer/subjects/Initialisers;)V, true"
    })
    void callsWithTypesThatNothingHasLoadedAreLeftAlone(String descriptor, boolean rooted) {
        MethodNode method = new MethodNode();
        InitialiserCalls calls = new InitialiserCalls(method, plan(), 0);
        calls.visitMethodInsn(Opcodes.INVOKESTATIC, "a/B", "m", descriptor, false);
        assertEquals(rooted, Opcode.words(method).contains("callInRoot"));
    }

    @ParameterizedTest
    @CsvSource({"DUP", "DUP_X1", "DUP_X2", "DUP2", "DUP2_X1", "DUP2_X2", "SWAP", "POP"})
    void aReferenceThatMayHaveBeenCopiedOnceMoreIsLeftAlone(String instruction) {
        int opcode = List.of(Printer.OPCODES).indexOf(instruction);
        MethodNode method = new MethodNode();
        InitialiserCalls calls = new InitialiserCalls(method, plan(), 0);
        calls.visitTypeInsn(Opcodes.NEW, "a/Outer");
        calls.visitInsn(Opcodes.DUP);
        calls.visitTypeInsn(Opcodes.NEW, "a/B");
        calls.visitInsn(Opcodes.DUP);
        calls.visitInsn(opcode);
        calls.visitMethodInsn(Opcodes.INVOKESPECIAL, "a/B", "<init>", "()V", false);
        calls.visitMethodInsn(Opcodes.INVOKESPECIAL, "a/Outer", "<init>", "(La/B;)V", false);
        assertEquals(
                "NEW DUP NEW DUP " + instruction + " INVOKESPECIAL INVOKESPECIAL",
                Opcode.words(method));
    }

    @Test
    void aReferenceThatIsKeptInALocalIsLeftAlone() {
        MethodNode method = new MethodNode();
        InitialiserCalls calls = new InitialiserCalls(method, plan(), 1);
        calls.visitTypeInsn(Opcodes.NEW, "a/B");
        calls.visitInsn(Opcodes.DUP);
        calls.visitVarInsn(Opcodes.ASTORE, 0);
        calls.visitVarInsn(Opcodes.ALOAD, 0);
        calls.visitMethodInsn(Opcodes.INVOKESPECIAL, "a/B", "<init>", "()V", false);
        assertEquals("NEW DUP ASTORE ALOAD INVOKESPECIAL", Opcode.words(method));
    }

    /** Arguments that are made with dup themselves, such as arrays, are no obstacle. */
    @Test
    void anArrayAmongTheArgumentsIsNoObstacle() {
        MethodNode method = new MethodNode();
        InitialiserCalls calls = new InitialiserCalls(method, plan(), 0);
        calls.visitTypeInsn(Opcodes.NEW, "a/B");
        calls.visitInsn(Opcodes.DUP);
        calls.visitInsn(Opcodes.ICONST_1);
        calls.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_INT);
        calls.visitInsn(Opcodes.DUP);
        calls.visitInsn(Opcodes.ICONST_0);
        calls.visitInsn(Opcodes.ICONST_1);
        calls.visitInsn(Opcodes.IASTORE);
        calls.visitMethodInsn(Opcodes.INVOKESPECIAL, "a/B", "<init>", "([I)V", false);
        assertTrue(Opcode.words(method).contains("callInRoot"), Opcode.words(method));
    }

    /** The JVM takes the call, refuses it when it is made, and would not take a handle of it. */
    @Test
    void aConstructorOfAnInterfaceIsLeftAlone() {
        MethodNode method = new MethodNode();
        InitialiserCalls calls = new InitialiserCalls(method, plan(), 0);
        calls.visitTypeInsn(Opcodes.NEW, "a/B");
        calls.visitInsn(Opcodes.DUP);
        calls.visitMethodInsn(Opcodes.INVOKESPECIAL, "a/B", "<init>", "()V", true);
        calls.visitInsn(Opcodes.POP);
        assertEquals("NEW DUP INVOKESPECIAL POP", Opcode.words(method));
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
        return new Plan(new RawClass(file.bytes()), file.scan(), MethodSelection.NONE);
    }
}
