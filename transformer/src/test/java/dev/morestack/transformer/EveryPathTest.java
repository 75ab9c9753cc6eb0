package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Holds of thousands of methods that others have written what a check promises. */
class EveryPathTest {

    @Test
    void everyPathTakesTheCheckOnceBeforeItsFirstCall() {
        List<String> problems = new ArrayList<>();
        int late = 0;
        for (ClassFile file : Corpus.sample()) {
            ClassFile woven = file.woven();
            List<MethodNode> methods = woven.tree().methods;
            ScannedMethod[] scanned = file.scan();
            for (int i = 0; i < methods.size(); i++) {
                if (scanned[i].needsCheck()) {
                    for (String problem : PathWalk.problems(methods.get(i))) {
                        problems.add(file.name() + " " + problem);
                    }
                    late += scanned[i].before() > 0 ? 1 : 0;
                }
            }
        }
        assertEquals(List.of(), problems);
        // Else the walk has not met what it is for.
        assertTrue(late > 500, late + " checks behind base cases");
    }

    @Test
    void aMethodHasOneCheckOrAReasonForNone() {
        int bounded = 0;
        for (ClassFile file : Corpus.sample()) {
            List<MethodNode> before = file.tree().methods;
            List<MethodNode> after = file.woven().tree().methods;
            ScannedMethod[] scanned = file.scan();
            for (int i = 0; i < scanned.length; i++) {
                MethodNode method = before.get(i);
                String where = file.name() + " " + method.name + method.desc;
                assertEquals(checks(after.get(i)), scanned[i].needsCheck() ? 1 : 0, where);
                if (scanned[i].elision() == Elision.BOUNDED_CALLS) {
                    bounded++;
                    assertCallsAreBounded(file.tree(), method, scanned);
                } else if (scanned[i].elision() == Elision.CHECKED_CALLS) {
                    // What it calls is followed elsewhere.
                    assertNull(reason(file.tree(), method), where);
                } else if (scanned[i].elision() != null || !callsOwn(file.tree(), method)) {
                    assertEquals(reason(file.tree(), method), scanned[i].elision(), where);
                }
            }
        }
        // Else the rule has not met what it is for.
        assertTrue(bounded > 50, bounded + " methods whose calls are bounded");
    }

    private static boolean callsOwn(ClassNode owner, MethodNode method) {
        for (AbstractInsnNode at : method.instructions) {
            if (at instanceof MethodInsnNode call && call.owner.equals(owner.name)) {
                return true;
            }
        }
        return false;
    }

    /** What a method without a check calls of its class has none either, and is certainly meant. */
    private static void assertCallsAreBounded(
            ClassNode owner, MethodNode method, ScannedMethod[] scanned) {
        for (AbstractInsnNode at : method.instructions) {
            if (!(at instanceof MethodInsnNode call) || isLeaf(owner, call)) {
                assertFalse(PathWalk.isCall(at) && !(at instanceof MethodInsnNode), method.name);
                continue;
            }
            String where = owner.name + " " + method.name + " calls " + call.name;
            assertEquals(owner.name, call.owner, where);
            ScannedMethod called = null;
            for (ScannedMethod each : scanned) {
                called = each.is(call.name, call.desc) ? each : called;
            }
            assertNotNull(called, where);
            assertTrue(called.isBounded(), where);
            int bound = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
            assertTrue(
                    call.name.equals("<init>")
                            || ((called.access() | owner.access & Opcodes.ACC_FINAL) & bound) != 0,
                    where);
        }
    }

    private static boolean isLeaf(ClassNode owner, MethodInsnNode call) {
        LeafCall leaf = MadeCall.find(call.owner, call.name, call.desc);
        return leaf != null && !(leaf.makesException() && call.owner.equals(owner.superName));
    }

    private static int checks(MethodNode method) {
        int checks = 0;
        for (AbstractInsnNode at : method.instructions) {
            checks += PathWalk.isCheck(at) ? 1 : 0;
        }
        return checks;
    }

    private static Elision reason(ClassNode owner, MethodNode method) {
        if ((method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
            return Elision.NO_CODE;
        }
        if (8 * (method.maxLocals + Math.max(1, method.maxStack)) + 112 > 1024) {
            return null;
        }
        Elision reason = Elision.NO_CALL;
        for (AbstractInsnNode at : method.instructions) {
            boolean isLeaf = at instanceof MethodInsnNode call && isLeaf(owner, call);
            if (!isLeaf && PathWalk.isCall(at)) {
                return null;
            }
            if (isLeaf) {
                reason = Elision.LEAF_CALLS;
            }
        }
        return reason;
    }

    @Test
    void nothingButTheInstructionsOfThePrologueIsAdded() {
        for (ClassFile file : Corpus.sample()) {
            List<MethodNode> before = file.tree().methods;
            List<MethodNode> after = file.woven().tree().methods;
            for (int i = 0; i < before.size(); i++) {
                if (before.get(i).name.equals("<clinit>")) {
                    // Its calls are written anew: InitialiserCallsTest.
                    continue;
                }
                assertEquals(
                        Opcode.words(before.get(i)),
                        Opcode.words(after.get(i))
                                .replaceFirst("^ALOAD LDC ranInRoot IFEQ RETURN NOP ?", "")
                                .replaceFirst("(SIPUSH|LDC) check ?(NOP NOP ?)?", "")
                                .trim(),
                        file.name() + " " + before.get(i).name);
            }
        }
    }
}
