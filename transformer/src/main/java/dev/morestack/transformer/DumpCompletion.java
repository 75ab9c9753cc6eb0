package dev.morestack.transformer;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Lets the runtime see what the VM has dumped of all threads, before anyone else does. */
final class DumpCompletion extends MethodVisitor {

    DumpCompletion(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
        boolean dumps = opcode == Opcodes.INVOKESTATIC && name.equals("dumpThreads");
        if (dumps) {
            // [threads] -> [threads, threads]
            super.visitInsn(Opcodes.DUP);
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (dumps) {
            // [threads, traces] -> [traces]
            HookVisitor.invoke(mv, Names.WHOLE_TRACES, Names.WHOLE_TRACES_DESCRIPTOR);
        }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + 1, maxLocals);
    }
}
