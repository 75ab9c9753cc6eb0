package dev.morestack.transformer;

import java.util.StringJoiner;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.Printer;

/** Instructions as a line of words, so that a test can say what it expects. */
final class Opcode {

    private Opcode() {}

    /** Returns all instructions; calls into Morestack by the method's name. */
    static String words(MethodNode method) {
        StringJoiner words = new StringJoiner(" ");
        for (AbstractInsnNode at : method.instructions) {
            if (at instanceof MethodInsnNode call && call.owner.equals(Names.MORESTACK)) {
                words.add(call.name);
            } else if (at.getOpcode() >= 0) {
                words.add(Printer.OPCODES[at.getOpcode()]);
            }
        }
        return words.toString();
    }

    /** Returns the instructions before the check; null when there is no check. */
    static String wordsBeforeCheck(MethodNode method) {
        String words = words(method);
        int check = words.indexOf("SIPUSH " + Names.CHECK);
        return check < 0 ? null : words.substring(0, check).trim();
    }
}
