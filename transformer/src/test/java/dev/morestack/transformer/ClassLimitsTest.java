package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files at the limits of the format (JVMS 4.7.3, 4.11). */
class ClassLimitsTest {

    private static final int MOST_CODE = 65_535;
    private static final int MOST_CONSTANTS = 65_535;

    private static final MethodSelection ALL =
            new MethodSelection() {
                @Override
                public boolean contains(String className, String method) {
                    return true;
                }
            };

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 6, 7, 18, 31, 32, 33, 40})
    void aMethodIsWovenOrLeftOutForItsLength(int room) {
        ClassFile file = ofLength(MOST_CODE - room);
        assertEquals(MOST_CODE - room, file.scan("m").codeLength());
        Woven woven = Weaver.weave(file.bytes(), MethodSelection.NONE);
        assertEquals(1, woven.checks() + woven.leftOut(LeftOut.TOO_LARGE));
        assertEquals(woven.checks() == 1, woven.bytes() != null);
        if (woven.bytes() != null) {
            Verification.verifyWithoutLoading(new ClassFile(file.name(), woven.bytes()));
        }
    }

    @Test
    void aMethodThatFitsByFarIsWovenBesideOneThatDoesNot() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V1_8, 0, "made/ByHand", null, "java/lang/Object", null);
        longMethod(writer, "m", MOST_CODE);
        longMethod(writer, "n", 1_000);
        Woven woven = Weaver.weave(writer.toByteArray(), MethodSelection.NONE);
        assertEquals(1, woven.leftOut(LeftOut.TOO_LARGE));
        assertEquals(1, woven.checks());
        ClassFile file = new ClassFile("both", woven.bytes());
        Verification.verifyWithoutLoading(file);
        assertTrue(Opcode.words(file.method("n")).startsWith("SIPUSH check"));
        assertTrue(Opcode.words(file.method("m")).startsWith("NOP"));
    }

    @Test
    void aLongMethodThatMakesNoCallIsNotLeftOutForItNeedsNoCheck() {
        ClassFile file =
                ClassFile.withMethod(
                        "()V",
                        code -> {
                            for (int i = 1; i < MOST_CODE; i++) {
                                code.visitInsn(Opcodes.NOP);
                            }
                            code.visitInsn(Opcodes.RETURN);
                        });
        Woven woven = Weaver.weave(file.bytes(), MethodSelection.NONE);
        assertEquals(1, woven.elided(Elision.NO_CALL));
        assertEquals(0, woven.leftOut(LeftOut.TOO_LARGE));
    }

    /** A jump over the check that just reached its target needs another form afterwards. */
    @ParameterizedTest
    @CsvSource({"32750", "32760", "32761", "32762", "32763", "32764"})
    void aJumpThatTheCheckMakesTooLongIsMadeAnew(int distance) throws Exception {
        ClassFile file = jumpingOver(distance);
        ClassFile woven = file.woven();
        Verification.verifyWithoutLoading(woven);
        // The longest jump of two bytes, and the six of the check.
        String test = distance + 6 > Short.MAX_VALUE ? "ILOAD IFNE GOTO" : "ILOAD IFEQ";
        assertEquals(test, Opcode.wordsBeforeCheck(woven.method("m")));
        CheckCounter.reset(false);
        Class<?> type = new WovenLoader().define(woven);
        assertEquals(7, type.getMethod("m", int.class).invoke(null, 1));
        assertEquals(1, CheckCounter.checks());
        assertEquals(3, type.getMethod("m", int.class).invoke(null, 0));
        assertEquals(1, CheckCounter.checks());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void aConstantPoolWithoutRoomIsLeftAsItWas(int room) {
        Woven woven = Weaver.weave(withConstants(MOST_CONSTANTS - room), MethodSelection.NONE);
        assertNull(woven.bytes());
        assertEquals(1, woven.leftOut(LeftOut.TOO_LARGE));
    }

    @Test
    void aConstantPoolWithJustEnoughRoomIsFilled() {
        // Two names, a descriptor and the names of two classes at most, and what refers to them.
        byte[] bytes = withConstants(MOST_CONSTANTS - 10);
        Woven woven = Weaver.weave(bytes, MethodSelection.NONE);
        assertNotNull(woven.bytes());
        Verification.verifyWithoutLoading(new ClassFile("full", woven.bytes()));
    }

    /** Both forms of weaving: by bytes, and for an entry by visitors. */
    @Test
    void aVariableWhoseScopeEndsWithinAnInstructionIsNoObstacle() throws Exception {
        byte[] bytes = withScopeThatEndsWithinAnInstruction();
        for (MethodSelection entries : List.of(MethodSelection.NONE, ALL)) {
            ClassFile woven = new ClassFile("scope", Weaver.weave(bytes, entries).bytes());
            Class<?> type = new WovenLoader().define(woven);
            assertEquals("m", type.getDeclaredMethods()[0].getName());
        }
    }

    /** The JVM loads such a class, and refuses the constant when it is used (JVMS 5.4.3.6). */
    @Test
    void aDynamicConstantThatNeedsItselfIsCopiedOrLeftOut() {
        byte[] bytes = withConstantThatNeedsItself();
        Woven woven = Weaver.weave(bytes, MethodSelection.NONE);
        assertEquals(1, woven.checks() + woven.leftOut(LeftOut.UNREADABLE));
        assertEquals(1, Weaver.weave(bytes, ALL).leftOut(LeftOut.UNREADABLE));
    }

    private static ClassFile ofLength(int length) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V1_8, 0, "made/ByHand", null, "java/lang/Object", null);
        longMethod(writer, "m", length);
        return new ClassFile("made/ByHand", writer.toByteArray());
    }

    private static void longMethod(ClassWriter writer, String name, int length) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, name, "()V", null, null);
        code.visitCode();
        for (int i = 4; i < length; i++) {
            code.visitInsn(Opcodes.NOP);
        }
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "made/ByHand", name, "()V", false);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** Returns a method whose first test jumps over a call, this far, to a base case. */
    private static ClassFile jumpingOver(int distance) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "made/Far", null, "java/lang/Object", null);
        MethodVisitor code =
                writer.visitMethod(
                        Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "m", "(I)I", null, null);
        Label base = new Label();
        code.visitCode();
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitJumpInsn(Opcodes.IFEQ, base);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Thread", "yield", "()V", false);
        // ifeq, the call, bipush and ireturn
        for (int i = 3 + 3 + 3; i < distance; i++) {
            code.visitInsn(Opcodes.NOP);
        }
        code.visitIntInsn(Opcodes.BIPUSH, 7);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(base);
        code.visitInsn(Opcodes.ICONST_3);
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        return new ClassFile("made/Far", writer.toByteArray());
    }

    /** Returns a class whose constant pool has this count (JVMS 4.1), one more than its entries. */
    private static byte[] withConstants(int count) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V1_8, 0, "made/ByHand", null, "java/lang/Object", null);
        longMethod(writer, "m", 10);
        writer.newUTF8("Code");
        int used = writer.newUTF8("the first");
        for (int i = used + 1; i < count; i++) {
            writer.newUTF8("filling " + i);
        }
        byte[] bytes = writer.toByteArray();
        int actual = (bytes[8] & 0xff) << 8 | bytes[9] & 0xff;
        assertEquals(count, actual);
        return bytes;
    }

    private static byte[] withConstantThatNeedsItself() {
        Handle bootstrap =
                new Handle(
                        Opcodes.H_INVOKESTATIC,
                        "made/ByHand",
                        "bootstrap",
                        "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
                                + "Ljava/lang/Class;Ljava/lang/Object;)Ljava/lang/Object;",
                        false);
        ConstantDynamic inner =
                new ConstantDynamic("inner", "Ljava/lang/Object;", bootstrap, "argument");
        ConstantDynamic outer =
                new ConstantDynamic("outer", "Ljava/lang/Object;", bootstrap, inner);
        ClassFile file =
                ClassFile.withMethod(
                        Opcodes.V11,
                        "m",
                        "()V",
                        Opcodes.ACC_STATIC,
                        code -> {
                            code.visitLdcInsn(outer);
                            code.visitInsn(Opcodes.POP);
                            code.visitInsn(Opcodes.RETURN);
                        });
        // The second bootstrap method's only argument is the inner constant; now it is the outer.
        byte[] bytes = file.bytes();
        int innerIndex = constantNamed(file, "inner");
        int outerIndex = constantNamed(file, "outer");
        int end = bytes.length;
        int argument = ((bytes[end - 2] & 0xff) << 8) | bytes[end - 1] & 0xff;
        assertEquals(innerIndex, argument);
        bytes[end - 2] = (byte) (outerIndex >> 8);
        bytes[end - 1] = (byte) outerIndex;
        return bytes;
    }

    private static byte[] withScopeThatEndsWithinAnInstruction() {
        byte[] bytes =
                ClassFile.withMethod(
                                Opcodes.V1_8,
                                "m",
                                "(I)V",
                                Opcodes.ACC_STATIC,
                                ClassLimitsTest::oneVariable)
                        .bytes();
        // One variable in a table of twelve bytes, from 0, of the length of sipush.
        byte[] table = {0, 0, 0, 12, 0, 1, 0, 0, 0, 3};
        int found = 0;
        for (int at = 0; at + table.length < bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + table.length, table, 0, table.length)) {
                bytes[at + table.length - 1] = 2;
                found++;
            }
        }
        assertEquals(1, found);
        return bytes;
    }

    private static void oneVariable(MethodVisitor code) {
        Label start = new Label();
        Label end = new Label();
        code.visitLabel(start);
        code.visitIntInsn(Opcodes.SIPUSH, 1_000);
        code.visitLabel(end);
        code.visitInsn(Opcodes.POP);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Thread", "yield", "()V", false);
        code.visitInsn(Opcodes.RETURN);
        code.visitLocalVariable("n", "I", null, start, end, 0);
    }

    /** Returns the index of the dynamic constant (JVMS 4.4.10) with this name. */
    private static int constantNamed(ClassFile file, String name) {
        ClassReader reader = file.reader();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item > 0 && reader.readByte(item - 1) == 17) {
                int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
                if (name.equals(reader.readUTF8(nameAndType, buffer))) {
                    return i;
                }
            }
        }
        throw new AssertionError("no constant " + name);
    }
}
