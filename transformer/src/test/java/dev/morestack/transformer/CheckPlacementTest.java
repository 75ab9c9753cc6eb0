package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

class CheckPlacementTest {

    @ParameterizedTest
    @CsvSource({
        "Fibonacci, of, ILOAD ICONST_2 IF_ICMPGE ILOAD IRETURN",
        "BaseCases, ternary, ILOAD IFNE ICONST_0 GOTO",
        "BaseCases, ternaryCallingFirst, ILOAD IFLE",
        "BaseCases, several, ILOAD IFNE ILOAD ICONST_1 IADD IRETURN ILOAD IFGE ICONST_M1 IRETURN",
        "BaseCases, nullCase, ALOAD IFNONNULL ICONST_0 IRETURN",
        "BaseCases, both, ILOAD IFLE ILOAD IFLE",
        "BaseCases, countDown, ILOAD IFLE",
        "BaseCases, localFirst,"
                + " ALOAD ARRAYLENGTH ISTORE ILOAD ILOAD IF_ICMPLT ICONST_0 IRETURN",
        "Loops, laterOn, ILOAD IFGE ICONST_0 IRETURN",
        "Guarded, laterOn, ILOAD IFNE ICONST_0 IRETURN",
        "Initialised, fill, ILOAD IFNE RETURN",
    })
    void aBaseCaseComesBeforeTheCheck(String subject, String method, String before) {
        assertEquals(before, before(subject, method));
    }

    @Test
    void theSecondOfTwoTestsMayLeadToTheBaseCase() {
        assertEquals("ILOAD IFLT ILOAD IFGE ICONST_0 IRETURN", before("BaseCases", "either"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"callsInBoth", "throwing", "writesFirst"})
    void whatCallsThrowsOrWritesIsNoBaseCase(String method) {
        assertEquals("", before("BaseCases", method));
    }

    @Test
    void anObjectIsNotMadeBehindACheckOfItsOwn() {
        // The frames name an object that is not initialised yet by the place of its NEW.
        assertEquals("", before("BaseCases", "makes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"testedFirst", "testedLast", "behindBaseCase"})
    void aLoopHeadAtTheStartIsNotCheckedTwice(String method) {
        assertEquals("", before("Loops", method));
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "baseCaseThrows", "behindBaseCase"})
    void nothingBeforeTheCheckAndNotTheCheckItselfIsInATryBlock(String method) {
        assertEquals("", before("Guarded", method));
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "behindBaseCase", "ofStrings"})
    void aMethodWithASwitchIsCheckedFirst(String method) {
        assertEquals("", before("Switches", method));
    }

    @Test
    void aBaseCaseInASynchronizedBlockIsNone() {
        assertEquals("", before("Locked", "block"));
    }

    @Test
    void aLargeFrameIsCheckedFirst() {
        assertEquals("", before(fibonacciWith(200)));
        assertEquals("ILOAD ICONST_2 IF_ICMPGE ILOAD IRETURN", before(fibonacciWith(100)));
    }

    private static ClassFile fibonacciWith(int locals) {
        return ClassFile.withMethod(
                "(I)I",
                code -> {
                    Label recursion = new Label();
                    code.visitVarInsn(Opcodes.ILOAD, 0);
                    code.visitInsn(Opcodes.ICONST_2);
                    code.visitJumpInsn(Opcodes.IF_ICMPGE, recursion);
                    code.visitVarInsn(Opcodes.ILOAD, 0);
                    code.visitInsn(Opcodes.IRETURN);
                    code.visitLabel(recursion);
                    code.visitVarInsn(Opcodes.ILOAD, 0);
                    code.visitVarInsn(Opcodes.ISTORE, locals - 1);
                    code.visitVarInsn(Opcodes.ILOAD, locals - 1);
                    callOneself(code);
                    code.visitInsn(Opcodes.IRETURN);
                });
    }

    @Test
    void whatTheBaseCaseLeavesOnTheStackStaysBelowTheCheck() {
        ClassFile file =
                ClassFile.withMethod(
                        "(I)I",
                        code -> {
                            Label recursion = new Label();
                            code.visitInsn(Opcodes.ICONST_5);
                            code.visitVarInsn(Opcodes.ILOAD, 0);
                            code.visitJumpInsn(Opcodes.IFNE, recursion);
                            code.visitInsn(Opcodes.IRETURN);
                            code.visitLabel(recursion);
                            callOneself(code);
                            code.visitInsn(Opcodes.IRETURN);
                        });
        assertEquals("ICONST_5 ILOAD IFNE IRETURN", before(file));
        assertEquals(3, file.woven().method("m").maxStack);
        Verification.verify(file.woven());
    }

    @Test
    void aJumpBackToTheTestsWouldRunTheCheckAgain() {
        assertEquals(
                "",
                before(
                        code -> {
                            Label test = new Label();
                            Label call = new Label();
                            code.visitLabel(test);
                            code.visitVarInsn(Opcodes.ILOAD, 0);
                            code.visitJumpInsn(Opcodes.IFNE, call);
                            code.visitInsn(Opcodes.ICONST_0);
                            code.visitInsn(Opcodes.IRETURN);
                            code.visitLabel(call);
                            code.visitVarInsn(Opcodes.ILOAD, 0);
                            callOneself(code);
                            code.visitVarInsn(Opcodes.ISTORE, 0);
                            code.visitJumpInsn(Opcodes.GOTO, test);
                        }));
    }

    @Test
    void aHandlerThatLeadsBackToTheCheckWouldRunItAgain() {
        assertEquals(
                "",
                before(
                        code -> {
                            Label call = new Label();
                            Label end = new Label();
                            Label handler = new Label();
                            code.visitTryCatchBlock(call, end, handler, null);
                            Label behind = new Label();
                            code.visitVarInsn(Opcodes.ILOAD, 0);
                            code.visitJumpInsn(Opcodes.IFNE, behind);
                            code.visitInsn(Opcodes.ICONST_0);
                            code.visitInsn(Opcodes.IRETURN);
                            code.visitLabel(handler);
                            code.visitInsn(Opcodes.POP);
                            code.visitLabel(behind);
                            code.visitVarInsn(Opcodes.ILOAD, 0);
                            code.visitLabel(call);
                            callOneself(code);
                            code.visitInsn(Opcodes.IRETURN);
                            code.visitLabel(end);
                        }));
    }

    @Test
    void aBaseCaseWhoseErrorIsCaughtIsNone() {
        assertEquals(
                "",
                before(
                        code -> {
                            Label base = new Label();
                            Label end = new Label();
                            Label handler = new Label();
                            code.visitTryCatchBlock(base, end, handler, null);
                            code.visitVarInsn(Opcodes.ILOAD, 0);
                            code.visitJumpInsn(Opcodes.IFEQ, base);
                            code.visitVarInsn(Opcodes.ILOAD, 0);
                            callOneself(code);
                            code.visitInsn(Opcodes.IRETURN);
                            code.visitLabel(base);
                            code.visitInsn(Opcodes.ICONST_1);
                            code.visitInsn(Opcodes.ICONST_0);
                            code.visitInsn(Opcodes.IDIV);
                            code.visitInsn(Opcodes.IRETURN);
                            code.visitLabel(end);
                            code.visitLabel(handler);
                            code.visitInsn(Opcodes.POP);
                            code.visitInsn(Opcodes.ICONST_1);
                            callOneself(code);
                            code.visitInsn(Opcodes.IRETURN);
                        }));
    }

    @Test
    void aConstantMayBeACallAndEndsTheBaseCase() {
        assertEquals(
                "",
                before(
                        code -> {
                            Label call = new Label();
                            code.visitVarInsn(Opcodes.ILOAD, 0);
                            code.visitJumpInsn(Opcodes.IFNE, call);
                            code.visitLdcInsn(1_000_000);
                            code.visitInsn(Opcodes.IRETURN);
                            code.visitLabel(call);
                            code.visitVarInsn(Opcodes.ILOAD, 0);
                            callOneself(code);
                            code.visitInsn(Opcodes.IRETURN);
                        }));
    }

    @Test
    void aBaseCaseThatIsLongIsNotSearchedToItsEnd() {
        assertEquals(
                "",
                before(
                        code -> {
                            for (int i = 0; i < 100; i++) {
                                code.visitInsn(Opcodes.NOP);
                            }
                            Label call = new Label();
                            code.visitVarInsn(Opcodes.ILOAD, 0);
                            code.visitJumpInsn(Opcodes.IFNE, call);
                            code.visitInsn(Opcodes.ICONST_0);
                            code.visitInsn(Opcodes.IRETURN);
                            code.visitLabel(call);
                            code.visitVarInsn(Opcodes.ILOAD, 0);
                            callOneself(code);
                            code.visitInsn(Opcodes.IRETURN);
                        }));
    }

    @Test
    void aMethodWithoutACallHasNoCheck() {
        assertNull(before("Leaves", "arithmetic"));
        assertNull(before("Leaves", "leafCalls"));
    }

    private static void callOneself(MethodVisitor code) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "made/ByHand", "m", "(I)I", false);
    }

    private static String before(Consumer<MethodVisitor> code) {
        return before(ClassFile.withMethod("(I)I", code));
    }

    private static String before(ClassFile file) {
        return before(file, "m");
    }

    private static String before(String subject, String method) {
        return before(Subject.file(subject), method);
    }

    private static String before(ClassFile file, String name) {
        MethodNode woven = file.woven().method(name);
        assertEquals(List.of(), PathWalk.problems(woven));
        return Opcode.wordsBeforeCheck(woven);
    }
}
