package dev.morestack.transformer;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the class that calls an entry again from inside its root. */
public final class EntryCaller {

    private EntryCaller() {}

    /**
     * Returns a class that implements {@code Function} by calling the method with the elements of
     * an array: the receiver, if there is one, and the arguments.
     *
     * @param name internal name of the class to write, in the package of the owner
     * @param owner internal name of the class that declares the method
     * @param isInterface whether that is an interface
     * @param isStatic whether the method is static
     * @param method the method's name
     * @param descriptor the method's descriptor
     */
    public static byte[] write(
            String name,
            String owner,
            boolean isInterface,
            boolean isStatic,
            String method,
            String descriptor) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                Opcodes.V21,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                name,
                null,
                "java/lang/Object",
                new String[] {"java/util/function/Function"});
        MethodVisitor apply =
                writer.visitMethod(
                        Opcodes.ACC_PUBLIC,
                        "apply",
                        "(Ljava/lang/Object;)Ljava/lang/Object;",
                        null,
                        null);
        apply.visitCode();
        int index = 0;
        if (!isStatic) {
            element(apply, index++, Type.getObjectType(owner));
        }
        Type[] types = Type.getArgumentTypes(descriptor);
        for (int i = 0; i < types.length; i++) {
            element(apply, index++, types[i]);
        }
        // [receiver?, arguments]
        int call = isInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        apply.visitMethodInsn(
                isStatic ? Opcodes.INVOKESTATIC : call, owner, method, descriptor, isInterface);
        Type result = Type.getReturnType(descriptor);
        if (result.getSort() == Type.VOID) {
            apply.visitInsn(Opcodes.ACONST_NULL);
        } else {
            Boxing.box(apply, result);
        }
        // [object]
        apply.visitInsn(Opcodes.ARETURN);
        apply.visitMaxs(0, 0);
        apply.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void element(MethodVisitor apply, int index, Type type) {
        apply.visitVarInsn(Opcodes.ALOAD, 1);
        apply.visitTypeInsn(Opcodes.CHECKCAST, "[Ljava/lang/Object;");
        apply.visitIntInsn(Opcodes.SIPUSH, index);
        apply.visitInsn(Opcodes.AALOAD);
        Boxing.unbox(apply, type);
    }
}
