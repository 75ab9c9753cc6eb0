package dev.morestack.transformer;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * In {@code VirtualThread}: lets the thread's scheduler have a say where the thread is submitted to
 * the pool of the carrier that it has left. The methods that do are the thread's own.
 */
public final class VirtualThreadSubmits extends MethodVisitor {

    /** Internal name of the class. */
    public static final String CLASS = "java/lang/VirtualThread";

    private static final String POOL = "java/util/concurrent/ForkJoinPool";
    private static final String SUBMIT_DESCRIPTOR =
            "(Ljava/util/concurrent/ForkJoinTask;)Ljava/util/concurrent/ForkJoinTask;";

    private boolean changed;

    private VirtualThreadSubmits(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** Returns the class with its methods changed. */
    public static byte[] apply(byte[] classFile) {
        return new MethodChanges() {
            @Override
            MethodVisitor change(MethodVisitor next, String name, String descriptor) {
                return new VirtualThreadSubmits(next);
            }
        }.apply(classFile);
    }

    @Override
    public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (opcode == Opcodes.INVOKEVIRTUAL
                && owner.equals(POOL)
                && descriptor.equals(SUBMIT_DESCRIPTOR)) {
            if (name.equals("externalSubmit")) {
                submit(Names.EXTERNAL_SUBMIT, Names.EXTERNAL_SUBMIT_DESCRIPTOR);
                return;
            }
            if (name.equals("lazySubmit")) {
                submit(Names.LAZY_SUBMIT, Names.LAZY_SUBMIT_DESCRIPTOR);
                return;
            }
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    /** [pool, task] -> [task] */
    private void submit(String name, String descriptor) {
        changed = true;
        super.visitVarInsn(Opcodes.ALOAD, 0);
        super.visitFieldInsn(
                Opcodes.GETFIELD, CLASS, "scheduler", "Ljava/util/concurrent/Executor;");
        super.visitVarInsn(Opcodes.ALOAD, 0);
        super.visitFieldInsn(Opcodes.GETFIELD, CLASS, "runContinuation", "Ljava/lang/Runnable;");
        // [pool, task, scheduler, runnable]
        HookVisitor.invoke(mv, name, descriptor);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(changed ? maxStack + 2 : maxStack, maxLocals);
    }
}
