package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.tree.MethodNode;

/** The classes that every start writes. */
class WrittenClassesTest {

    @ParameterizedTest
    @CsvSource({
        "false, true, true, mainArguments INVOKESTATIC RETURN",
        "true, true, true, mainArguments INVOKESTATIC RETURN",
        "false, true, false, INVOKESTATIC RETURN",
        "false, false, true, NEW DUP INVOKESPECIAL mainArguments INVOKEVIRTUAL RETURN",
        "false, false, false, NEW DUP INVOKESPECIAL INVOKEVIRTUAL RETURN",
    })
    void theCallerOfMainCallsItInEveryForm(
            boolean isInterface, boolean isStatic, boolean takesArguments, String words) {
        byte[] bytes =
                MainCaller.write("made/Caller", "made/Main", isInterface, isStatic, takesArguments);
        ClassFile file = new ClassFile("caller", bytes);
        Verification.verifyWithoutLoading(file);
        assertEquals(words, Opcode.words(file.method("run")));
    }

    @Test
    void theRunnerDoesWhatRunDoesButAskForTheScopeOfVirtualThreads() {
        ClassFile continuation = Corpus.jdkClass("java.base", "jdk/internal/vm/Continuation");
        ClassFile runner =
                new ClassFile(
                        "runner",
                        ContinuationRunner.write(
                                "jdk/internal/vm/Continuation$$Runner", continuation.bytes()));
        Verification.verifyWithoutLoading(runner);
        MethodNode copy = runner.method("run");
        String original = Opcode.words(continuation.method("run"));
        String asks = "GETFIELD GETSTATIC INVOKEINTERFACE IF_ACMPNE";
        assertTrue(original.contains(asks), original);
        assertEquals(
                original.replace(asks, "GETFIELD GETSTATIC POP ACONST_NULL NOP NOP NOP IF_ACMPNE"),
                Opcode.words(copy));
        assertEquals("(Ljdk/internal/vm/Continuation;)V", copy.desc);
    }

    @Test
    void aContinuationWithoutRunIsRefused() {
        byte[] other = ClassFile.of(Object.class).bytes();
        assertThrows(
                IllegalArgumentException.class, () -> ContinuationRunner.write("made/R", other));
    }
}
