package dev.morestack.transformer;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
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
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            String signature,
                            String[] exceptions) {
                        MethodVisitor next =
                                super.visitMethod(access, name, descriptor, signature, exceptions);
                        return name.equals("start") ? new FirstStackHook(next) : next;
                    }
                },
                0);
        return writer.toByteArray();
    }

    @Override
    public void visitCode() {
        super.visitCode();
        super.visitVarInsn(Opcodes.ALOAD, 0);
        HookVisitor.invoke(mv, Names.SIZED, Names.SIZED_DESCRIPTOR);
    }
}
