package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

class ClassScanTest {

    @Test
    void whatIsScannedIsWhatAsmReads() {
        for (ClassFile file : Corpus.sample()) {
            ScannedMethod[] scanned = file.scan();
            List<MethodNode> methods = file.tree().methods;
            List<CodeAttribute> attributes = CodeAttribute.of(file.bytes());
            assertEquals(methods.size(), scanned.length, file.name());
            for (int i = 0; i < scanned.length; i++) {
                MethodNode method = methods.get(i);
                String where = file.name() + " " + method.name + method.desc;
                assertEquals(method.name, scanned[i].name(), where);
                assertEquals(method.desc, scanned[i].descriptor(), where);
                // ASM adds flags of its own above the sixteen of the class file.
                assertEquals(method.access & 0xffff, scanned[i].access(), where);
                assertEquals(attributes.get(i).length(), scanned[i].codeLength(), where);
                assertEquals(firstLine(method), scanned[i].firstLine(), where);
                if (scanned[i].hasCode()) {
                    int slots = method.maxLocals + Math.max(1, method.maxStack);
                    assertEquals(8 * slots + 112, scanned[i].charge(), where);
                }
            }
        }
    }

    private static int firstLine(MethodNode method) {
        for (AbstractInsnNode at : method.instructions) {
            if (at.getOpcode() >= 0) {
                break;
            }
            if (at instanceof LineNumberNode line) {
                return line.line;
            }
        }
        return 0;
    }

    @Test
    void theFirstLineIsThatOfTheLowestInstruction() {
        ClassFile file =
                ClassFile.withMethod(
                        "()V",
                        code -> {
                            Label first = new Label();
                            Label second = new Label();
                            code.visitLabel(first);
                            code.visitInsn(Opcodes.NOP);
                            code.visitLabel(second);
                            code.visitInsn(Opcodes.RETURN);
                            code.visitLineNumber(7, second);
                            code.visitLineNumber(9, first);
                        });
        assertEquals(9, file.scan("m").firstLine());
    }

    @Test
    void aDynamicConstantIsACall() {
        Handle bootstrap =
                new Handle(Opcodes.H_INVOKESTATIC, "made/Other", "bootstrap", "()V", false);
        for (Object constant :
                List.of(
                        new ConstantDynamic("one", "I", bootstrap),
                        new ConstantDynamic("two", "J", bootstrap))) {
            ClassFile file =
                    ClassFile.withMethod(
                            Opcodes.V11,
                            "m",
                            "()V",
                            Opcodes.ACC_STATIC,
                            code -> {
                                code.visitLdcInsn(constant);
                                code.visitInsn(Opcodes.RETURN);
                            });
            assertNull(file.scan("m").elision());
        }
    }

    @Test
    void aDynamicConstantWithALargeIndexIsACall() {
        Handle bootstrap =
                new Handle(Opcodes.H_INVOKESTATIC, "made/Other", "bootstrap", "()V", false);
        ClassFile file =
                ClassFile.withMethod(
                        Opcodes.V11,
                        "m",
                        "()V",
                        Opcodes.ACC_STATIC,
                        code -> {
                            for (int i = 0; i < 300; i++) {
                                code.visitLdcInsn(1_000_000 + i);
                                code.visitInsn(Opcodes.POP);
                            }
                            code.visitLdcInsn(new ConstantDynamic("late", "I", bootstrap));
                            code.visitInsn(Opcodes.RETURN);
                        });
        assertNull(file.scan("m").elision());
    }

    @Test
    void otherConstantsAreNoCalls() {
        ClassFile file =
                ClassFile.withMethod(
                        "()V",
                        code -> {
                            code.visitLdcInsn("text");
                            code.visitLdcInsn(1L << 40);
                            code.visitLdcInsn(1.5);
                            code.visitInsn(Opcodes.RETURN);
                        });
        assertEquals(Elision.NO_CALL, file.scan("m").elision());
    }

    @Test
    void reasonsForNoCheckAreToldApart() {
        ClassFile leaves = Subject.file("Leaves");
        assertEquals(Elision.NO_CODE, leaves.scan("none").elision());
        assertEquals(Elision.NO_CALL, leaves.scan("value").elision());
        assertEquals(Elision.NO_CALL, leaves.scan("arithmetic").elision());
        assertEquals(Elision.LEAF_CALLS, leaves.scan("leafCalls").elision());
        assertEquals(Elision.LEAF_CALLS, leaves.scan("boxed").elision());
        assertEquals(Elision.LEAF_CALLS, leaves.scan("<init>").elision());
        assertNull(leaves.scan("overridable").elision());
        assertNull(leaves.scan("appends").elision());
    }

    @Test
    void callsWithinTheClassThatEndSoonNeedNoCheck() {
        ClassFile bounded = Subject.file("Bounded");
        for (String name :
                List.of("one", "two", "three", "make", "fails", "copy", "callsPrivate")) {
            assertNotNull(bounded.scan(name).elision(), name);
        }
        assertEquals(Elision.NO_CALL, bounded.scan("one").elision());
        assertEquals(Elision.BOUNDED_CALLS, bounded.scan("two").elision());
        assertEquals(Elision.BOUNDED_CALLS, bounded.scan("three").elision());
        assertEquals(Elision.BOUNDED_CALLS, bounded.scan("make").elision());
        assertEquals(Elision.LEAF_CALLS, bounded.scan("fails").elision());
        assertEquals(Elision.LEAF_CALLS, bounded.scan("copy").elision());
    }

    @Test
    void callsWithinTheClassThatMayNotEndSoonAreChecked() {
        ClassFile bounded = Subject.file("Bounded");
        for (String name : List.of("itself", "callsNative", "callsInherited", "callsOther")) {
            assertNull(bounded.scan(name).elision(), name);
        }
    }

    @Test
    void callsOfMethodsThatCheckNeedNoCheck() {
        ClassFile passing = Subject.file("Passing");
        for (String name :
                List.of("toChecked", "toPassing", "toConstructor", "toOverridden", "secret")) {
            assertEquals(Elision.CHECKED_CALLS, passing.scan(name).elision(), name);
        }
    }

    @Test
    void callsThatMayLeadBackWithoutACheckAreChecked() {
        ClassFile passing = Subject.file("Passing");
        for (String name :
                List.of(
                        "<clinit>",
                        "checked",
                        "tooLong",
                        "toOtherClass",
                        "toStaticOfOtherClass",
                        "toConstructorOfJdk",
                        "toStaticOfJdk",
                        "toInherited",
                        "toOtherObject",
                        "toLambda",
                        "toNative",
                        "staticToPassing")) {
            assertNull(passing.scan(name).elision(), name);
        }
        assertNull(Subject.file("Passing$Handed").scan("on").elision());
    }

    @Test
    void ofMethodsThatCallEachOtherOneIsChecked() {
        ClassFile passing = Subject.file("Passing");
        assertNull(passing.scan("there").elision());
        assertEquals(Elision.CHECKED_CALLS, passing.scan("back").elision());
    }

    @Test
    void anExceptionOfTheProgramIsNotMadeByALeafCall() {
        assertNull(Subject.file("Bounded$Failure").scan("<init>").elision());
    }

    @Test
    void aChainOfLargeFramesIsChecked() {
        // Two of them fit 1024 bytes, three do not.
        ClassFile bounded = Subject.file("Bounded");
        assertEquals(Elision.NO_CALL, bounded.scan("large").elision());
        assertEquals(Elision.BOUNDED_CALLS, bounded.scan("larger").elision());
        assertNull(bounded.scan("largest").elision());
    }

    @Test
    void theBaseCasesOfARecursionWithinTheClassStayBeforeTheCheck() {
        assertTrue(Subject.file("Bounded").scan("itself").before() > 0);
    }

    @Test
    void aLargeFrameIsCheckedEvenWithoutACall() {
        // 112 + 8 * (113 locals + 1 operand) = 1024
        assertEquals(Elision.NO_CALL, withLocals(113).scan("m").elision());
        assertNull(withLocals(114).scan("m").elision());
    }

    private static ClassFile withLocals(int locals) {
        return ClassFile.withMethod(
                "()V",
                code -> {
                    code.visitInsn(Opcodes.ICONST_0);
                    code.visitVarInsn(Opcodes.ISTORE, locals - 1);
                    code.visitInsn(Opcodes.RETURN);
                });
    }
}
