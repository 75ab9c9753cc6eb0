package dev.morestack.transformer;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Brings the class to life by which a program makes regions at run time: as compiled, it just
 * calls. Every copy of it, whichever class loader has it.
 */
public final class RegionApi {

    /** Internal name of the class. */
    public static final String CLASS = "dev/morestack/Region";

    private RegionApi() {}

    /** Returns the class with its empty methods replaced by calls of the runtime. */
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
                        String replacement = replacement(name, descriptor);
                        if (replacement == null) {
                            return next;
                        }
                        write(next, replacement, descriptor);
                        return null;
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static String replacement(String name, String descriptor) {
        if (name.equals("enter") && descriptor.equals(Names.ENTER_REGION_DESCRIPTOR)) {
            return Names.ENTER_REGION;
        }
        return name.equals("leave") && descriptor.equals(Names.LEAVE_REGION_DESCRIPTOR)
                ? Names.LEAVE_REGION
                : null;
    }

    private static void write(MethodVisitor method, String called, String descriptor) {
        Type parameter = Type.getArgumentTypes(descriptor)[0];
        method.visitCode();
        method.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), 0);
        HookVisitor.invoke(method, called, descriptor);
        method.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
        method.visitMaxs(parameter.getSize(), parameter.getSize());
        method.visitEnd();
    }
}
