package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypeReference;
import org.objectweb.asm.tree.MethodNode;

/** Compares class files with bytes put in with what the visitors make of the same classes. */
class ClassPatchTest {

    @Test
    void patchedMethodsAreAsTheVisitorsWriteThem() {
        int compared = 0;
        int withMore = 0;
        for (ClassFile file : Corpus.sample()) {
            ClassFile patched = patch(file);
            if (patched != null) {
                compared += compare(file, patched);
                withMore += plan(file).isOfChecksAlone() ? 0 : 1;
            }
        }
        assertTrue(compared > 10_000, compared + " methods");
        assertTrue(withMore > 20, withMore + " classes of which visitors get to see a part");
    }

    private static int compare(ClassFile file, ClassFile patched) {
        Plan plan = plan(file);
        ClassFile visited = new ClassFile(file.name(), Prologues.weave(file.bytes(), plan));
        List<MethodNode> original = file.tree().methods;
        List<MethodNode> expected = visited.tree().methods;
        List<MethodNode> actual = patched.tree().methods;
        assertEquals(expected.size(), actual.size(), file.name());
        for (int i = 0; i < expected.size(); i++) {
            String what = file.name() + " " + expected.get(i).name + expected.get(i).desc;
            assertEquals(MethodText.of(expected.get(i)), MethodText.of(actual.get(i)), what);
            assertEquals(
                    MethodText.lineOfCheck(expected.get(i)),
                    MethodText.lineOfCheck(actual.get(i)),
                    what);
            MethodNode asBefore = plan.needsMoreThanCheck(i) ? expected.get(i) : original.get(i);
            assertEquals(MethodText.debugOf(asBefore), MethodText.debugOf(actual.get(i)), what);
        }
        return expected.size();
    }

    @Test
    void patchedClassesAreValid() {
        int verified = 0;
        for (ClassFile file : Corpus.sample()) {
            ClassFile patched = patch(file);
            if (patched != null) {
                Verification.verifyWithoutLoading(patched);
                verified++;
            }
        }
        assertTrue(verified > 1000, verified + " classes");
    }

    /** A frame that was near enough for the short form may be too far away behind the check. */
    @ParameterizedTest
    @ValueSource(ints = {0, 50, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 300})
    void framesMoveWithTheirInstructions(int distance) throws Throwable {
        for (int operands = 0; operands < 2; operands++) {
            ClassFile file = withFrame(distance, operands);
            ClassFile patched = patch(file);
            assertNotNull(patched);
            Verification.verify(patched);
            assertEquals(1, compare(file, patched));
        }
    }

    private static ClassFile withFrame(int distance, int operands) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V21, Opcodes.ACC_SUPER, "made/Far", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "m", "(I)V", null, null);
        method.visitCode();
        call(method);
        for (int i = 3; i < distance; i++) {
            method.visitInsn(Opcodes.NOP);
        }
        Label end = new Label();
        if (operands > 0) {
            method.visitInsn(Opcodes.ICONST_0);
        }
        method.visitJumpInsn(Opcodes.GOTO, end);
        method.visitLabel(end);
        Object[] stack = operands == 0 ? null : new Object[] {Opcodes.INTEGER};
        method.visitFrame(operands == 0 ? Opcodes.F_SAME : Opcodes.F_SAME1, 0, null, 1, stack);
        method.visitInsn(operands == 0 ? Opcodes.NOP : Opcodes.POP);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(1, 1);
        method.visitEnd();
        writer.visitEnd();
        return new ClassFile("made/Far", writer.toByteArray());
    }

    @Test
    void whatIsNotKnownIsLeftToTheVisitors() {
        assertNotNull(patch(made(method -> {})));
        assertNull(patch(made(method -> method.visitMaxs(0, 5000))), "a charge above a short");
        assertNull(patch(made(ClassPatchTest::annotateType)), "an annotation that names offsets");
    }

    private static void annotateType(MethodVisitor method) {
        int type = TypeReference.newTypeReference(TypeReference.CAST).getValue();
        method.visitInsnAnnotation(type | 0, null, "Lmade/Mark;", false).visitEnd();
    }

    @Test
    void theLastConstantsAreTaken() {
        assertNotNull(patch(withConstants(65_529)));
        assertNull(patch(withConstants(65_530)));
    }

    private static ClassFile withConstants(int count) {
        ClassFile few = ClassFile.withMethod("()V", ClassPatchTest::callAndReturn);
        ClassWriter writer = new ClassWriter(few.reader(), 0);
        few.reader().accept(writer, 0);
        for (int i = few.reader().getItemCount(); i < count; i++) {
            writer.newConst(i);
        }
        ClassFile many = new ClassFile(few.name(), writer.toByteArray());
        assertEquals(count, many.reader().getItemCount());
        return many;
    }

    private static ClassFile made(Consumer<MethodVisitor> more) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V21, Opcodes.ACC_SUPER, "made/Known", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "m", "()V", null, null);
        method.visitCode();
        callAndReturn(method);
        method.visitMaxs(0, 0);
        more.accept(method);
        method.visitEnd();
        writer.visitEnd();
        return new ClassFile("made/Known", writer.toByteArray());
    }

    private static void callAndReturn(MethodVisitor method) {
        call(method);
        method.visitInsn(Opcodes.RETURN);
    }

    private static void call(MethodVisitor method) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, "made/Other", "n", "()V", false);
    }

    private static ClassFile patch(ClassFile file) {
        Plan plan = plan(file);
        if (plan.isEmpty()) {
            return null;
        }
        byte[] patched = ClassPatch.of(new RawClass(file.bytes()), plan);
        if (patched != null && !plan.isOfChecksAlone()) {
            patched = Prologues.weaveRest(patched, plan);
        }
        return patched == null ? null : new ClassFile(file.name(), patched);
    }

    private static Plan plan(ClassFile file) {
        return new Plan(new RawClass(file.bytes()), file.scan(), MethodSelection.NONE);
    }
}
