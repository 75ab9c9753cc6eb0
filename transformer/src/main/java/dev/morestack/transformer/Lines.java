package dev.morestack.transformer;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Line numbers of prologues. */
final class Lines {

    private Lines() {}

    /**
     * Gives what follows the line number, if it is known: a trace taken while the prologue runs
     * would otherwise show its method without a line.
     */
    static void mark(MethodVisitor method, int line) {
        if (line > 0) {
            Label here = new Label();
            method.visitLabel(here);
            method.visitLineNumber(line, here);
        }
    }
}
