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

    @ParameterizedTest
    @CsvSource({
        "true, ()V, INVOKESTATIC ACONST_NULL ARETURN, 1",
        "true, (J)J, ALOAD CHECKCAST SIPUSH AALOAD CHECKCAST INVOKEVIRTUAL INVOKESTATIC"
                + " INVOKESTATIC ARETURN, 2",
        "false, ()[I, ALOAD CHECKCAST SIPUSH AALOAD CHECKCAST INVOKE ARETURN, 2",
        "false, (D[JZ)Ljava/lang/String;, ALOAD CHECKCAST SIPUSH AALOAD CHECKCAST"
                + " ALOAD CHECKCAST SIPUSH AALOAD CHECKCAST INVOKEVIRTUAL"
                + " ALOAD CHECKCAST SIPUSH AALOAD CHECKCAST"
                + " ALOAD CHECKCAST SIPUSH AALOAD CHECKCAST INVOKEVIRTUAL INVOKE ARETURN, 6"
    })
    void theCallerOfAnEntryTakesItsArgumentsFromAnArray(
            boolean isStatic, String descriptor, String words, int maxStack) {
        for (boolean isInterface : new boolean[] {false, true}) {
            byte[] bytes =
                    EntryCaller.write(
                            "made/Caller", "made/Entry", isInterface, isStatic, "e", descriptor);
            ClassFile file = new ClassFile("caller", bytes);
            Verification.verifyWithoutLoading(file);
            MethodNode apply = file.method("apply");
            String call = isInterface ? "INVOKEINTERFACE" : "INVOKEVIRTUAL";
            assertEquals(words.replace("INVOKE ", call + " "), Opcode.words(apply));
            assertEquals(maxStack, apply.maxStack);
        }
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
