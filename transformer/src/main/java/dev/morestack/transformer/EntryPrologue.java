package dev.morestack.transformer;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts before a method that native code calls: if the frames below cannot be frozen, run this
 * method again inside a root of its own and return what it returns.
 */
final class EntryPrologue extends MethodVisitor {

    private static final int LONGEST = 8;

    private final Type owner;
    private final String name;
    private final String descriptor;
    private final boolean isStatic;
    private final boolean needsFrame;
    private final int line;

    /**
     * Creates the prologue.
     *
     * @param className internal name of the class that declares the method
     * @param version major version of its class file
     */
    EntryPrologue(MethodVisitor next, String className, int version, ScannedMethod method) {
        super(Opcodes.ASM9, next);
        owner = Type.getObjectType(className);
        name = method.name();
        descriptor = method.descriptor();
        isStatic = (method.access() & Opcodes.ACC_STATIC) != 0;
        needsFrame = version >= Opcodes.V1_6;
        line = method.firstLine();
    }

    /** Tells whether a class file of this version can name its own class as a constant. */
    static boolean isPossible(int version) {
        return version >= Opcodes.V1_5;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        Lines.mark(mv, line);
        Label body = new Label();
        // []
        pushMethod();
        if (isStatic) {
            super.visitInsn(Opcodes.ACONST_NULL);
        } else {
            super.visitVarInsn(Opcodes.ALOAD, 0);
        }
        // [class, name, descriptor, receiver]
        invoke(Names.ROOT_DUE, Names.ROOT_DUE_DESCRIPTOR);
        super.visitJumpInsn(Opcodes.IFEQ, body);
        pushMethod();
        pushArguments();
        // [class, name, descriptor, arguments]
        invoke(Names.RUN_ENTRY, Names.RUN_ENTRY_DESCRIPTOR);
        // [result]
        Type result = Type.getReturnType(descriptor);
        if (result.getSort() == Type.VOID) {
            super.visitInsn(Opcodes.RETURN);
        } else {
            Boxing.unbox(mv, result);
            super.visitInsn(result.getOpcode(Opcodes.IRETURN));
        }
        super.visitLabel(body);
        if (needsFrame) {
            super.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        }
        // The method may have a frame of its own at its first instruction (JVMS 4.7.4).
        super.visitInsn(Opcodes.NOP);
        // []
    }

    private void pushMethod() {
        super.visitLdcInsn(owner);
        super.visitLdcInsn(name);
        super.visitLdcInsn(descriptor);
    }

    private void pushArguments() {
        Type[] types = Type.getArgumentTypes(descriptor);
        int receiver = isStatic ? 0 : 1;
        super.visitIntInsn(Opcodes.SIPUSH, receiver + types.length);
        super.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        if (!isStatic) {
            store(0, owner, 0);
        }
        int local = receiver;
        for (int i = 0; i < types.length; i++) {
            store(receiver + i, types[i], local);
            local += types[i].getSize();
        }
    }

    private void store(int index, Type type, int local) {
        // [array]
        super.visitInsn(Opcodes.DUP);
        super.visitIntInsn(Opcodes.SIPUSH, index);
        super.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
        Boxing.box(mv, type);
        // [array, array, index, object]
        super.visitInsn(Opcodes.AASTORE);
    }

    private void invoke(String method, String type) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, Names.MORESTACK, method, type, false);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(Math.max(LONGEST, maxStack), maxLocals);
    }
}
