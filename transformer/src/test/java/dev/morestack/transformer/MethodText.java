package dev.morestack.transformer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.util.Printer;
import org.objectweb.asm.util.Textifier;

/**
 * A method as text in which places are named by the number of the instruction that stands there.
 */
final class MethodText {

    private final MethodNode method;
    private final Map<AbstractInsnNode, Integer> places = new HashMap<>();

    private MethodText(MethodNode method) {
        this.method = method;
        int place = 0;
        for (AbstractInsnNode at : method.instructions) {
            places.put(at, place);
            place += counts(at) ? 1 : 0;
        }
    }

    /** Returns instructions, frames and handlers, a line each; without those that do nothing. */
    static String of(MethodNode method) {
        return new MethodText(method).print();
    }

    /** Returns for each instruction but those of a check its line and the names of its locals. */
    static String debugOf(MethodNode method) {
        return new MethodText(method).printDebug();
    }

    /** Returns the line that a trace taken in the check shows; 0 where there is none. */
    static int lineOfCheck(MethodNode method) {
        int line = 0;
        for (AbstractInsnNode at : method.instructions) {
            if (at instanceof LineNumberNode number) {
                line = number.line;
            } else if (PathWalk.isCheck(at)) {
                return line;
            }
        }
        return 0;
    }

    private static boolean counts(AbstractInsnNode at) {
        return at.getOpcode() >= 0 && at.getOpcode() != Opcodes.NOP;
    }

    private String print() {
        StringJoiner text = new StringJoiner("\n");
        for (AbstractInsnNode at : method.instructions) {
            if (at instanceof FrameNode frame) {
                text.add("frame " + types(frame.local) + " " + types(frame.stack));
            } else if (counts(at)) {
                text.add(instruction(at));
            }
        }
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            text.add(
                    places.get(block.start)
                            + " to "
                            + places.get(block.end)
                            + " at "
                            + places.get(block.handler)
                            + " "
                            + block.type);
        }
        return text.add("stack " + method.maxStack + " locals " + method.maxLocals).toString();
    }

    private String instruction(AbstractInsnNode at) {
        return switch (at) {
            case JumpInsnNode jump ->
                    Printer.OPCODES[at.getOpcode()] + " " + places.get(jump.label);
            case TableSwitchInsnNode choice ->
                    "table " + choice.min + places(choice.labels) + places.get(choice.dflt);
            case LookupSwitchInsnNode choice ->
                    "lookup " + choice.keys + places(choice.labels) + places.get(choice.dflt);
            default -> plain(at);
        };
    }

    private static String plain(AbstractInsnNode at) {
        Textifier printer = new Textifier();
        at.accept(new org.objectweb.asm.util.TraceMethodVisitor(printer));
        return printer.getText().toString();
    }

    private String places(List<LabelNode> labels) {
        return labels.stream().map(places::get).toList().toString();
    }

    /** An object that is not initialised yet is named by the label of its NEW. */
    private String types(List<Object> types) {
        return types == null
                ? "-"
                : types.stream()
                        .map(type -> type instanceof LabelNode label ? places.get(label) : type)
                        .toList()
                        .toString();
    }

    private String printDebug() {
        StringJoiner text = new StringJoiner("\n");
        int line = 0;
        for (AbstractInsnNode at : method.instructions) {
            if (at instanceof LineNumberNode number) {
                line = number.line;
            } else if (counts(at) && !PathWalk.isCheck(at) && !isCharge(at)) {
                text.add(line + " " + locals(places.get(at)));
            }
        }
        return text.toString();
    }

    private static boolean isCharge(AbstractInsnNode at) {
        return at.getNext() != null && PathWalk.isCheck(at.getNext());
    }

    private String locals(int place) {
        StringJoiner names = new StringJoiner(" ");
        for (LocalVariableNode local : method.localVariables) {
            if (places.get(local.start) <= place && place < places.get(local.end)) {
                names.add(local.index + local.name + local.desc);
            }
        }
        return names.toString();
    }
}
