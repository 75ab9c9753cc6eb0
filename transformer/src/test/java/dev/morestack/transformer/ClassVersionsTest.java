package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

class ClassVersionsTest {

    private static final int RUNNING = Opcodes.V1_8 - 8 + Runtime.version().feature();

    /** Returns all versions that this JVM can load, 45.3 first. */
    static IntStream loadable() {
        return IntStream.concat(
                IntStream.of(Opcodes.V1_1), IntStream.rangeClosed(Opcodes.V1_2, RUNNING));
    }

    /** Returns the versions that ASM can read and this JVM is too old for. */
    static Stream<Integer> newer() throws IllegalAccessException {
        int newest = RUNNING;
        for (Field field : Opcodes.class.getFields()) {
            if (field.getName().matches("V\\d+")) {
                newest = Math.max(newest, field.getInt(null));
            }
        }
        return IntStream.rangeClosed(RUNNING, newest).boxed();
    }

    @ParameterizedTest
    @MethodSource({"loadable", "newer"})
    void isWovenAndValid(int version) {
        ClassFile woven = VersionedClass.write(version).woven();
        Verification.verifyWithoutLoading(woven);
        assertEquals(version, woven.tree().version);
        for (MethodNode method : woven.tree().methods) {
            if (method.name.equals("run")) {
                // It calls depth alone, which checks.
                assertTrue(Opcode.words(method).contains("ranInRoot IFEQ RETURN"), method.name);
                continue;
            }
            assertTrue(Opcode.words(method).contains("SIPUSH check "), method.name);
            assertEquals(List.of(), PathWalk.problems(method));
        }
    }

    @ParameterizedTest
    @MethodSource("loadable")
    void takesOneCheckACallExceptInTheBaseCase(int version) throws Exception {
        CheckCounter.reset(false);
        Class<?> type = new WovenLoader().define(VersionedClass.write(version).woven());
        // The static initialiser, and depth(1).
        assertEquals(2, CheckCounter.checks());
        assertEquals(100, type.getMethod("depth", int.class).invoke(null, 100));
        assertEquals(102, CheckCounter.checks());
    }

    @ParameterizedTest
    @MethodSource("loadable")
    void runsAsBeforeWhenItHasARoot(int version) throws Exception {
        CheckCounter.reset(false);
        Class<?> type = new WovenLoader().define(VersionedClass.write(version).woven());
        Runnable thread = (Runnable) type.getConstructor().newInstance();
        thread.run();
        assertEquals(3, type.getField("result").getInt(null));
        // The static initialiser and depth(1), the constructor, and depth(3).
        assertEquals(2 + 1 + 3, CheckCounter.checks());
        assertEquals(thread, CheckCounter.lastSelf());
        assertEquals("made.Recursion", CheckCounter.lastClass());
    }

    @ParameterizedTest
    @MethodSource("loadable")
    void returnsAtOnceWhenItWasRunInARoot(int version) throws Exception {
        CheckCounter.reset(true);
        Class<?> type = new WovenLoader().define(VersionedClass.write(version).woven());
        ((Runnable) type.getConstructor().newInstance()).run();
        assertEquals(1, type.getField("result").getInt(null));
        assertEquals(3, CheckCounter.checks());
    }

    /** Returns the versions that have subroutines. */
    static IntStream withSubroutines() {
        return loadable().filter(version -> (version & 0xffff) <= Opcodes.V1_5);
    }

    @ParameterizedTest
    @MethodSource("withSubroutines")
    void subroutinesAreChecked(int version) throws Exception {
        CheckCounter.reset(false);
        Class<?> type = new WovenLoader().define(VersionedClass.write(version).woven());
        assertEquals(10, type.getMethod("subroutines", int.class).invoke(null, 10));
        assertEquals(2 + 11, CheckCounter.checks());
    }

    @Test
    void aVersionThatIsStillToComeIsLeftOut() {
        byte[] bytes = VersionedClass.write(Opcodes.V21).bytes();
        bytes[7] = (byte) 200;
        assertUnreadable(bytes);
    }

    @Test
    void aVersionBefore45Point3IsLeftOut() {
        // Its code attributes have shorter headers; ASM would misread them.
        byte[] bytes = VersionedClass.write(Opcodes.V1_1).bytes();
        bytes[5] = 2;
        assertUnreadable(bytes);
        bytes[5] = 3;
        assertTrue(Weaver.weave(bytes, MethodSelection.NONE).checks() > 0);
        bytes[7] = 44;
        assertUnreadable(bytes);
    }

    @Test
    void previewFeaturesAreNoObstacle() {
        assertTrue(
                Weaver.weave(
                                        VersionedClass.write(RUNNING | Opcodes.V_PREVIEW).bytes(),
                                        MethodSelection.NONE)
                                .checks()
                        > 0);
    }

    private static void assertUnreadable(byte[] bytes) {
        Woven woven = Weaver.weave(bytes, MethodSelection.NONE);
        assertNull(woven.bytes());
        assertEquals(1, woven.leftOut(LeftOut.UNREADABLE));
    }
}
