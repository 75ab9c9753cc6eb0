package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Shows that the walk, which other tests trust, finds what it is to find. */
class PathWalkTest {

    @Test
    void aCallBeforeTheCheckIsFound() {
        assertProblem(
                "m(I)V: instruction 0 is reached without a check",
                code -> {
                    call(code);
                    check(code);
                    code.visitInsn(Opcodes.RETURN);
                });
    }

    @Test
    void aPathThatGoesAroundTheCheckIsFound() {
        assertProblem(
                "m(I)V: instruction 5 is reached without a check",
                code -> {
                    Label around = new Label();
                    code.visitVarInsn(Opcodes.ILOAD, 0);
                    code.visitJumpInsn(Opcodes.IFEQ, around);
                    check(code);
                    code.visitLabel(around);
                    call(code);
                    code.visitInsn(Opcodes.RETURN);
                });
    }

    @Test
    void aCheckInALoopIsFound() {
        assertProblem(
                "m(I)V: instruction 2 is checked again",
                code -> {
                    Label loop = new Label();
                    code.visitLabel(loop);
                    check(code);
                    code.visitVarInsn(Opcodes.ILOAD, 0);
                    code.visitJumpInsn(Opcodes.IFEQ, loop);
                    code.visitInsn(Opcodes.RETURN);
                });
    }

    @Test
    void aHandlerThatIsReachedBeforeTheCheckIsFound() {
        assertProblem(
                "m(I)V: instruction 10 is reached without a check",
                code -> {
                    Label from = new Label();
                    Label to = new Label();
                    Label handler = new Label();
                    code.visitTryCatchBlock(from, to, handler, null);
                    code.visitLabel(from);
                    code.visitInsn(Opcodes.ICONST_0);
                    code.visitInsn(Opcodes.POP);
                    code.visitLabel(to);
                    check(code);
                    call(code);
                    code.visitInsn(Opcodes.RETURN);
                    code.visitLabel(handler);
                    code.visitInsn(Opcodes.POP);
                    call(code);
                    code.visitInsn(Opcodes.RETURN);
                });
    }

    @Test
    void aCheckWhoseErrorIsCaughtIsFound() {
        assertProblem(
                "m(I)V: instruction 2 could catch the error of its own check",
                code -> {
                    Label from = new Label();
                    Label to = new Label();
                    Label handler = new Label();
                    code.visitTryCatchBlock(from, to, handler, null);
                    code.visitLabel(from);
                    check(code);
                    code.visitLabel(to);
                    call(code);
                    code.visitInsn(Opcodes.RETURN);
                    code.visitLabel(handler);
                    code.visitInsn(Opcodes.POP);
                    code.visitInsn(Opcodes.RETURN);
                });
    }

    @Test
    void aClassInitialiserBeforeTheCheckIsFound() {
        assertProblem(
                "m(I)V: instruction 0 is reached without a check",
                code -> {
                    code.visitFieldInsn(Opcodes.GETSTATIC, "made/Other", "field", "I");
                    code.visitInsn(Opcodes.POP);
                    check(code);
                    code.visitInsn(Opcodes.RETURN);
                });
    }

    private static void check(MethodVisitor code) {
        CheckPrologue.emit(code, 120);
    }

    private static void call(MethodVisitor code) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "made/Other", "call", "()V", false);
    }

    private static void assertProblem(String problem, Consumer<MethodVisitor> code) {
        ClassFile file = ClassFile.withMethod("(I)V", code);
        assertEquals(List.of(problem), PathWalk.problems(file.method("m")));
    }
}
