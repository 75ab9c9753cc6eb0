package dev.morestack.transformer;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes a class that does what {@code Continuation.run} does and shows in no stack trace: the very
 * instructions of that method, as it is in the running JDK, in a class to be defined as a hidden
 * nestmate of {@code Continuation}.
 */
public final class ContinuationRunner {

    private static final String CONTINUATION = "jdk/internal/vm/Continuation";

    private ContinuationRunner() {}

    /**
     * Returns a class that implements {@code Consumer} by running the continuation it is given.
     *
     * @param name internal name of the class to write, in the package of {@code Continuation}
     * @param continuation the class file of {@code Continuation}
     * @throws IllegalArgumentException when that has no method {@code run} as expected
     */
    public static byte[] write(String name, byte[] continuation) {
        ClassReader reader = new ClassReader(continuation);
        ClassWriter writer = new ClassWriter(0);
        writer.visit(
                reader.readUnsignedShort(6),
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                name,
                null,
                "java/lang/Object",
                new String[] {"java/util/function/Consumer"});
        MethodVisitor accept =
                writer.visitMethod(
                        Opcodes.ACC_PUBLIC, "accept", "(Ljava/lang/Object;)V", null, null);
        accept.visitCode();
        accept.visitVarInsn(Opcodes.ALOAD, 1);
        accept.visitTypeInsn(Opcodes.CHECKCAST, CONTINUATION);
        accept.visitMethodInsn(
                Opcodes.INVOKESTATIC, name, "run", "(L".concat(CONTINUATION).concat(";)V"), false);
        accept.visitInsn(Opcodes.RETURN);
        accept.visitMaxs(1, 2);
        accept.visitEnd();
        Copy copy = new Copy(writer);
        // Line numbers would be those of another file.
        reader.accept(copy, ClassReader.SKIP_DEBUG);
        if (!copy.found) {
            throw new IllegalArgumentException("Continuation has no run()");
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Copies one method: its receiver becomes the parameter, in the same slot. */
    private static final class Copy extends ClassVisitor {

        private final ClassWriter writer;
        private boolean found;

        Copy(ClassWriter writer) {
            super(Opcodes.ASM9);
            this.writer = writer;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            if (!name.equals("run") || !descriptor.equals("()V")) {
                return null;
            }
            found = true;
            return writer.visitMethod(
                    Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC,
                    name,
                    "(L".concat(CONTINUATION).concat(";)V"),
                    null,
                    null);
        }
    }
}
