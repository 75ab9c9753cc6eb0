package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.Printer;

/** Class files that no JVM would load are left out, whatever is wrong with them. */
class BrokenClassTest {

    private static final int FLIPS = 1_000;

    /** Every method is an entry, so that all prologues are tried. */
    private static final MethodSelection ALL =
            new MethodSelection() {
                @Override
                public boolean contains(String className, String method) {
                    return true;
                }
            };

    /** Returns class files with different attributes, instructions and versions. */
    static Stream<ClassFile> classes() {
        return Stream.of(
                Subject.file("Fibonacci"),
                Subject.file("Switches"),
                Subject.file("Guarded"),
                Subject.file("Functional"),
                Subject.file("Initialisers"),
                Subject.file("Worker"),
                VersionedClass.write(Opcodes.V1_1),
                VersionedClass.write(Opcodes.V1_5),
                Subject.file("Decorated"),
                ClassFile.of(Printer.class));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void isLeftOutWhenItEndsTooEarly(ClassFile file) {
        byte[] whole = file.bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertUnreadable(Weaver.weave(cut, ALL), file.name() + " cut to " + length);
        }
    }

    @ParameterizedTest
    @MethodSource("classes")
    void isLeftOutOrStaysAsValidAsItWasWhenBitsAreFlipped(ClassFile file) {
        long seed = 20_260_101;
        Random random = new Random(seed);
        int valid = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = file.bytes().clone();
            for (int bits = 1 + random.nextInt(3); bits > 0; bits--) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            String what = file.name() + ", seed " + seed + ", flip " + i;
            valid += staysAsValid(flipped, MethodSelection.NONE, what) ? 1 : 0;
            staysAsValid(flipped, ALL, what + ", entries");
        }
        // Else nothing that is woven has been looked at.
        assertTrue(valid > FLIPS / 100, valid + " of " + FLIPS + " were still valid");
    }

    @Test
    void isLeftOutWhenItIsNoise() {
        Random random = new Random(4711);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            if (i % 2 == 0 && noise.length > 10) {
                byte[] head = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 65, 0};
                System.arraycopy(head, 0, noise, 0, head.length);
            }
            assertUnreadable(Weaver.weave(noise, ALL), "noise " + i);
        }
    }

    /** Appends bytes that belong to nothing. */
    @Test
    void isLeftOutWhenItGoesOnBehindItsEnd() {
        byte[] whole = Subject.file("Fibonacci").bytes();
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        assertUnreadable(Weaver.weave(longer, MethodSelection.NONE), "a byte more");
    }

    /** A reader that trusts such a length steps backwards, or asks for two gigabytes. */
    @ParameterizedTest
    @ValueSource(ints = {-1, -6, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 30})
    void isLeftOutWhenAnAttributeHasAnImpossibleLength(int length) {
        byte[] whole = Subject.file("Fibonacci").bytes();
        int wrong = 0;
        for (int at = 10; at < whole.length - 8; at++) {
            // SourceFile, the last attribute and others of two bytes: four of length, two contents.
            if (whole[at] == 0 && whole[at + 1] == 0 && whole[at + 2] == 0 && whole[at + 3] == 2) {
                byte[] changed = whole.clone();
                ByteBuffer.wrap(changed).putInt(at, length);
                assertUnreadable(Weaver.weave(changed, ALL), "length at " + at);
                wrong++;
            }
        }
        assertTrue(wrong > 0, "no attribute of two bytes");
    }

    private static void assertUnreadable(Woven woven, String what) {
        assertNull(woven.bytes(), what);
        assertEquals(1, woven.leftOut(LeftOut.UNREADABLE), what);
    }

    /** Weaves and returns whether the class was valid before, in which case it still has to be. */
    private static boolean staysAsValid(byte[] bytes, MethodSelection entries, String what) {
        Woven woven;
        try {
            woven = Weaver.weave(bytes, entries);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(what, e);
        }
        if (woven.bytes() == null || !isValid(bytes) || !isValidCopied(bytes)) {
            return false;
        }
        assertTrue(isValid(woven.bytes()), what);
        return true;
    }

    /**
     * ASM moves attributes of code that it does not know to the method, and takes some things less
     * strictly than the JVM when it reads, some more so.
     */
    private static boolean isValidCopied(byte[] bytes) {
        ClassWriter copy = new ClassWriter(0);
        try {
            new ClassReader(bytes).accept(copy, 0);
        } catch (RuntimeException e) {
            return false;
        }
        return isValid(copy.toByteArray());
    }

    /**
     * Asks the JDK's own verifier, and ASM's for classes without frames, which the JDK's always
     * refuses. The JVM itself crashes on some of these.
     */
    private static boolean isValid(byte[] bytes) {
        try {
            ClassFile file = new ClassFile("flipped", bytes);
            if (file.reader().readUnsignedShort(6) < Opcodes.V1_6) {
                Verification.verifyWithoutLoading(file);
                return true;
            }
            return java.lang.classfile.ClassFile.of().verify(bytes).isEmpty();
        } catch (RuntimeException | AssertionError e) {
            return false;
        }
    }
}
