package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.tree.MethodNode;

class JdkHookTest {

    @ParameterizedTest
    @EnumSource
    void appliesToTheClassOfThisJdk(JdkHook hook) {
        ClassFile before = Corpus.jdkClass(module(hook), hook.type);
        ClassFile after = apply(before);
        assertTrue(JdkHook.isDue(hook.type));
        Verification.verifyWithoutLoading(after);
        assertEquals(members(before), members(after));
    }

    private static final Pattern COMPLETED = Pattern.compile("INVOKESTATIC \\w+ \\w+ wholeInfos");

    private static String module(JdkHook hook) {
        return hook == JdkHook.THREAD_INFOS ? "java.management" : "java.base";
    }

    /** Retransformation allows no others. */
    private static List<String> members(ClassFile file) {
        return file.tree().methods.stream()
                .map(method -> method.access + " " + method.name + method.desc)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ALL_TRACES", "THREAD_INFOS"})
    void refusesAClassWithoutTheMethod(JdkHook hook) {
        byte[] other = ClassFile.of(Object.class).bytes();
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class, () -> JdkHook.applyAll(hook.type, other));
        assertTrue(e.getMessage().startsWith(hook.type + " has no "), e.getMessage());
    }

    @Test
    void aDumpThatIsMadeInAnotherWayIsLeftAlone() {
        ClassFile other = ClassFile.of(Object.class);
        byte[] same = JdkHook.applyAll("sun/management/ThreadImpl", other.bytes());
        assertEquals(code(other), code(new ClassFile("same", same)));
        assertTrue(JdkHook.ALL_TRACES.isOptional());
    }

    private static List<String> code(ClassFile file) {
        return file.tree().methods.stream().map(MethodText::of).toList();
    }

    @Test
    void dumpsOfThreadsAreCompleted() {
        MethodNode traces = changed("java/lang/Thread", "getAllStackTraces");
        assertTrue(Opcode.words(traces).contains("INVOKESTATIC ALOAD SWAP wholeTraces ASTORE"));
    }

    @Test
    void infosAreCompletedBehindEachCallThatDumpsThem() {
        ClassFile before = Corpus.jdkClass("java.management", "sun/management/ThreadImpl");
        ClassFile beans = apply(before);
        List<String> changed = new ArrayList<>();
        for (MethodNode method : beans.tree().methods) {
            Matcher sites = COMPLETED.matcher(Opcode.words(method));
            while (sites.find()) {
                changed.add(method.name + ": " + sites.group());
            }
        }
        assertEquals(
                List.of(
                        "getThreadInfo: INVOKESTATIC ALOAD ICONST_M1 wholeInfos",
                        "getThreadInfo: INVOKESTATIC ALOAD ILOAD wholeInfos",
                        "getThreadInfo: INVOKESTATIC DUP LDC wholeInfos",
                        "getThreadInfo: INVOKESTATIC DUP ILOAD wholeInfos",
                        "dumpAllThreads: INVOKESTATIC DUP ILOAD wholeInfos"),
                changed);
    }

    @Test
    void leavesAllOtherClassesAlone() {
        byte[] bytes = ClassFile.of(Object.class).bytes();
        assertFalse(JdkHook.isDue("java/lang/Object"));
        assertSame(bytes, JdkHook.applyAll("java/lang/Object", bytes));
    }

    @Test
    void changesNoMethodButTheOnesThatItNames() {
        ClassFile before = Corpus.jdkClass("java.base", "java/lang/Thread");
        List<MethodNode> expected = before.tree().methods;
        List<MethodNode> actual = apply(before).tree().methods;
        for (int i = 0; i < expected.size(); i++) {
            String name = expected.get(i).name;
            boolean isNamed =
                    Set.of("runWith", "dispatchUncaughtException", "getAllStackTraces")
                            .contains(name);
            assertEquals(
                    !isNamed,
                    Opcode.words(expected.get(i)).equals(Opcode.words(actual.get(i))),
                    name);
        }
    }

    @Test
    void aTaskIsReplacedInItsParameter() {
        MethodNode runWith = changed("java/lang/Thread", "runWith");
        assertTrue(Opcode.words(runWith).startsWith("ALOAD rooted ASTORE "));
    }

    @Test
    void theHandlerOfUncaughtExceptionsIsCalledByTheRuntime() {
        MethodNode dispatch = changed("java/lang/Thread", "dispatchUncaughtException");
        assertTrue(Opcode.words(dispatch).contains(" uncaught"), Opcode.words(dispatch));
        assertFalse(Opcode.words(dispatch).contains("INVOKEINTERFACE"), Opcode.words(dispatch));
    }

    @Test
    void aWorkerAsksForARootFirst() {
        MethodNode run = changed("java/util/concurrent/ForkJoinWorkerThread", "run");
        assertTrue(Opcode.words(run).startsWith("ALOAD LDC ranInRoot IFEQ RETURN NOP "));
    }

    @Test
    void theSecondarySeedNoLongerUsesTheField() {
        MethodNode next = changed("java/util/concurrent/ThreadLocalRandom", "nextSecondarySeed");
        assertEquals("secondarySeed IRETURN", Opcode.words(next));
    }

    @Test
    void theLauncherIsGivenAnotherMainClassAtEveryReturn() {
        String words = Opcode.words(changed("sun/launcher/LauncherHelper", "checkAndLoadMain"));
        assertTrue(words.contains("mainClass ARETURN"), words);
        assertFalse(words.replace("mainClass ARETURN", "").contains("ARETURN"), words);
    }

    private static ClassFile apply(ClassFile file) {
        String type = file.tree().name;
        return new ClassFile(type, JdkHook.applyAll(type, file.bytes()));
    }

    private static MethodNode changed(String type, String method) {
        return apply(Corpus.jdkClass("java.base", type)).method(method);
    }
}
