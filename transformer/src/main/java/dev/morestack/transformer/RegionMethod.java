package dev.morestack.transformer;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts a method into a region of so many contiguous bytes of stack. */
final class RegionMethod extends ScopedMethod {

    private final long bytes;

    RegionMethod(MethodVisitor next, long bytes, int maxLocals, int version) {
        super(next, maxLocals, Opcodes.INTEGER, version);
        this.bytes = bytes;
    }

    @Override
    void enter(MethodVisitor method) {
        method.visitLdcInsn(bytes);
        HookVisitor.invoke(method, Names.ENTER_REGION, Names.ENTER_REGION_DESCRIPTOR);
    }

    @Override
    void leave(MethodVisitor method) {
        HookVisitor.invoke(method, Names.LEAVE_REGION, Names.LEAVE_REGION_DESCRIPTOR);
    }
}
