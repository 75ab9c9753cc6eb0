package dev.morestack.transformer;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Changes methods of a class, and nothing else of it. Good for one class. */
abstract class MethodChanges extends ClassVisitor {

    MethodChanges() {
        super(Opcodes.ASM9);
    }

    /** Returns the class with its methods changed. */
    final byte[] apply(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        cv = writer;
        reader.accept(this, 0);
        return writer.toByteArray();
    }

    /**
     * Returns what is to visit a method, or null when it has been written already.
     *
     * @param next what writes it
     */
    abstract MethodVisitor change(MethodVisitor next, String name, String descriptor);

    @Override
    public final MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return change(
                super.visitMethod(access, name, descriptor, signature, exceptions),
                name,
                descriptor);
    }
}
