package dev.morestack.transformer;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** In {@code Thread}: tells the runtime of each thread that is about to start. */
public final class FirstStackHook extends MethodVisitor {

    /** Internal name of the class. */
    public static final String CLASS = "java/lang/Thread";

    private FirstStackHook(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** Returns the class with its methods changed. */
    public static byte[] apply(byte[] classFile) {
        return new MethodChanges() {
            @Override
            MethodVisitor change(MethodVisitor next, String name, String descriptor) {
                return name.equals("start") ? new FirstStackHook(next) : next;
            }
        }.apply(classFile);
    }

    @Override
    public void visitCode() {
        super.visitCode();
        super.visitVarInsn(Opcodes.ALOAD, 0);
        HookVisitor.invoke(mv, Names.SIZED, Names.SIZED_DESCRIPTOR);
    }
}
