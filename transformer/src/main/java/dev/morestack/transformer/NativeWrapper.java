package dev.morestack.transformer;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the method that calls a native one, which has got another name, inside a region. */
final class NativeWrapper extends MethodVisitor {

    private final String className;
    private final boolean isStatic;
    private final String name;
    private final String descriptor;
    private final long bytes;
    private final int version;

    NativeWrapper(
            MethodVisitor wrapper,
            String className,
            boolean isStatic,
            String name,
            String descriptor,
            long bytes,
            int version) {
        super(Opcodes.ASM9, wrapper);
        this.className = className;
        this.isStatic = isStatic;
        this.name = name;
        this.descriptor = descriptor;
        this.bytes = bytes;
        this.version = version;
    }

    @Override
    public void visitEnd() {
        int locals = (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - (isStatic ? 1 : 0);
        MethodVisitor body = new RegionMethod(mv, bytes, locals, version);
        body.visitCode();
        int local = 0;
        if (!isStatic) {
            body.visitVarInsn(Opcodes.ALOAD, local++);
        }
        for (Type type : Type.getArgumentTypes(descriptor)) {
            body.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
            local += type.getSize();
        }
        body.visitMethodInsn(
                isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL,
                className,
                RegionWeaver.NATIVE_PREFIX.concat(name),
                descriptor,
                false);
        Type result = Type.getReturnType(descriptor);
        body.visitInsn(result.getOpcode(Opcodes.IRETURN));
        body.visitMaxs(Math.max(locals, result.getSize()), locals);
        body.visitEnd();
    }
}
