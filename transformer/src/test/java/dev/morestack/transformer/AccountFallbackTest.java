package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

class AccountFallbackTest {

    private final ClassFile before = RuntimeClass.MORESTACK;
    private final ClassFile after =
            new ClassFile("without the field", AccountFallback.apply(before.bytes()));

    @Test
    void noAccessOfTheFieldIsLeft() {
        assertTrue(accesses(before).size() >= 4, "nothing to replace");
        assertEquals(List.of(), accesses(after));
    }

    @Test
    void eachAccessBecomesTheCallThatDoesTheSame() {
        List<String> expected =
                accesses(before).stream()
                        .map(access -> access == Opcodes.GETFIELD ? "get" : "set")
                        .toList();
        assertEquals(expected, calls(after));
    }

    @Test
    void theResultIsAValidClass() {
        Verification.verifyWithoutLoading(after);
    }

    private static List<Integer> accesses(ClassFile file) {
        List<Integer> accesses = new ArrayList<>();
        for (MethodNode method : file.tree().methods) {
            for (AbstractInsnNode at : method.instructions) {
                if (at instanceof FieldInsnNode field
                        && field.owner.equals("java/lang/Thread")
                        && field.name.equals(Names.ACCOUNT_FIELD)) {
                    accesses.add(at.getOpcode());
                }
            }
        }
        return accesses;
    }

    private static List<String> calls(ClassFile file) {
        List<String> calls = new ArrayList<>();
        for (MethodNode method : file.tree().methods) {
            for (AbstractInsnNode at : method.instructions) {
                if (at instanceof MethodInsnNode call && call.owner.equals(Names.SUBSTITUTE)) {
                    assertEquals(Opcodes.INVOKESTATIC, call.getOpcode());
                    calls.add(call.name);
                }
            }
        }
        return calls;
    }
}
