package dev.morestack.transformer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Walks every path through a woven method, and holds that each takes the check before its first
 * call, and only once.
 *
 * <p>A state is an instruction and whether the check has been taken on the way to it. Every
 * instruction in the range of a handler may go there: more paths than there are, never fewer.
 */
final class PathWalk {

    private final MethodNode method;
    private final InsnList code;
    private final boolean[] unchecked;
    private final boolean[] checked;
    private final Deque<Runnable> rest = new ArrayDeque<>();
    private final List<String> problems = new ArrayList<>();

    private PathWalk(MethodNode method) {
        this.method = method;
        this.code = method.instructions;
        this.unchecked = new boolean[code.size()];
        this.checked = new boolean[code.size()];
    }

    /** Returns what is wrong with the method; nothing for a method that is right. */
    static List<String> problems(MethodNode method) {
        PathWalk walk = new PathWalk(method);
        walk.reach(0, false);
        while (!walk.rest.isEmpty()) {
            walk.rest.pop().run();
        }
        return walk.problems;
    }

    /** Tells whether the instruction is a call of the check. */
    static boolean isCheck(AbstractInsnNode instruction) {
        return isCallOf(instruction, Names.CHECK);
    }

    private static boolean isCallOf(AbstractInsnNode instruction, String name) {
        return instruction instanceof MethodInsnNode call
                && call.owner.equals(Names.MORESTACK)
                && call.name.equals(name);
    }

    /** Tells whether the instruction may run code that is not known to make no call back. */
    static boolean isCall(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            LeafCall leaf = MadeCall.find(call.owner, call.name, call.desc);
            return leaf == null || leaf.makesException();
        }
        return instruction.getOpcode() == Opcodes.INVOKEDYNAMIC
                || instruction instanceof LdcInsnNode constant
                        && constant.cst instanceof ConstantDynamic;
    }

    /** Tells whether the instruction may run a class initialiser. */
    private static boolean mayInitialise(AbstractInsnNode instruction) {
        return instruction.getOpcode() == Opcodes.NEW
                || instruction instanceof FieldInsnNode
                        && instruction.getOpcode() <= Opcodes.PUTSTATIC;
    }

    private void reach(int index, boolean hasCheck) {
        if (index >= code.size()) {
            report(index - 1, "runs off the end");
            return;
        }
        boolean[] seen = hasCheck ? checked : unchecked;
        if (!seen[index]) {
            seen[index] = true;
            rest.push(() -> walk(index, hasCheck));
        }
    }

    private void walk(int index, boolean hasCheck) {
        AbstractInsnNode at = code.get(index);
        boolean isCheck = isCheck(at);
        if (isCheck && hasCheck) {
            report(index, "is checked again");
        }
        if (!hasCheck
                && !isCheck
                && !isCallOf(at, Names.RAN_IN_ROOT)
                && (isCall(at) || mayInitialise(at))) {
            report(index, "is reached without a check");
        }
        if (at.getOpcode() >= 0) {
            handlers(index, hasCheck, isCheck);
        }
        successors(index, hasCheck || isCheck);
    }

    private void handlers(int index, boolean hasCheck, boolean isCheck) {
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (code.indexOf(block.start) <= index && index < code.indexOf(block.end)) {
                reach(code.indexOf(block.handler), hasCheck);
                if (isCheck) {
                    report(index, "could catch the error of its own check");
                }
            }
        }
    }

    private void successors(int index, boolean hasCheck) {
        AbstractInsnNode at = code.get(index);
        int opcode = at.getOpcode();
        if (at instanceof JumpInsnNode jump) {
            reach(jump.label, hasCheck);
        } else if (at instanceof TableSwitchInsnNode table) {
            reach(table.dflt, hasCheck);
            table.labels.forEach(label -> reach(label, hasCheck));
        } else if (at instanceof LookupSwitchInsnNode lookup) {
            reach(lookup.dflt, hasCheck);
            lookup.labels.forEach(label -> reach(label, hasCheck));
        } else if (opcode == Opcodes.RET) {
            for (int i = 0; i < code.size(); i++) {
                if (code.get(i).getOpcode() == Opcodes.JSR) {
                    reach(i + 1, hasCheck);
                }
            }
        }
        boolean ends =
                opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN
                        || opcode == Opcodes.ATHROW
                        || opcode == Opcodes.GOTO
                        || opcode == Opcodes.JSR
                        || opcode == Opcodes.RET
                        || at instanceof TableSwitchInsnNode
                        || at instanceof LookupSwitchInsnNode;
        if (!ends) {
            reach(index + 1, hasCheck);
        }
    }

    private void reach(LabelNode label, boolean hasCheck) {
        reach(code.indexOf(label), hasCheck);
    }

    private void report(int index, String what) {
        problems.add(method.name + method.desc + ": instruction " + index + " " + what);
    }
}
