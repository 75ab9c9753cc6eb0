package dev.morestack.transformer;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Turns values of any type into objects and back. */
final class Boxing {

    private Boxing() {}

    /** Replaces the value on top of the stack by an object. */
    static void box(MethodVisitor method, Type type) {
        if (isPrimitive(type)) {
            String owner = boxOf(type);
            method.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    owner,
                    "valueOf",
                    "(".concat(type.getDescriptor()).concat(")L").concat(owner).concat(";"),
                    false);
        }
    }

    /** Replaces the object on top of the stack by a value of the type. */
    static void unbox(MethodVisitor method, Type type) {
        if (!isPrimitive(type)) {
            method.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
            return;
        }
        String owner = boxOf(type);
        method.visitTypeInsn(Opcodes.CHECKCAST, owner);
        method.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                owner,
                unboxing(type),
                "()".concat(type.getDescriptor()),
                false);
    }

    /** Returns the name of the method that unboxes a value of a primitive type. */
    static String unboxing(Type type) {
        return type.getClassName().concat("Value");
    }

    static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    static String boxOf(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.CHAR -> "java/lang/Character";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.LONG -> "java/lang/Long";
            case Type.FLOAT -> "java/lang/Float";
            default -> "java/lang/Double";
        };
    }
}
