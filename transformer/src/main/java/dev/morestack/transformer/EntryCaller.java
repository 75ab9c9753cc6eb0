package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class that calls an entry again from inside its root. Without ASM's writer: the first
 * move to a big carrier needs such a class, too, and would wait for that to be loaded.
 */
public final class EntryCaller {

    private static final int ALOAD_1 = 43;

    private final ByteSink out;
    private final Constants constants;
    private final ByteSink code = new ByteSink(128);
    private int reached;
    private int most;

    private EntryCaller(ByteSink out) {
        this.out = out;
        constants = new Constants(Opcodes.V21, out);
    }

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
        EntryCaller caller = new EntryCaller(new ByteSink(512));
        caller.arguments(owner, isStatic, Type.getArgumentTypes(descriptor));
        caller.call(owner, isInterface, isStatic, method, descriptor);
        return caller.file(name);
    }

    /** [] -> [receiver?, arguments] */
    private void arguments(String owner, boolean isStatic, Type[] types) {
        int array = constants.type("[Ljava/lang/Object;");
        int index = 0;
        if (!isStatic) {
            element(array, index++, Type.getObjectType(owner));
        }
        for (int i = 0; i < types.length; i++) {
            element(array, index++, types[i]);
        }
    }

    private void element(int array, int index, Type type) {
        code.u1(ALOAD_1);
        instruction(Opcodes.CHECKCAST, array);
        instruction(Opcodes.SIPUSH, index);
        code.u1(Opcodes.AALOAD);
        // The array and the index have been there.
        push(2);
        reached -= 2;
        if (Boxing.isPrimitive(type)) {
            int box = constants.type(Boxing.boxOf(type));
            instruction(Opcodes.CHECKCAST, box);
            instruction(Opcodes.INVOKEVIRTUAL, method(box, Boxing.unboxing(type), "()", type));
        } else {
            instruction(Opcodes.CHECKCAST, constants.type(type.getInternalName()));
        }
        push(type.getSize());
    }

    /** [receiver?, arguments] -> [object], and returns that. */
    private void call(
            String owner, boolean isInterface, boolean isStatic, String method, String descriptor) {
        int type = constants.type(owner);
        int name = constants.text(method);
        int signature = constants.text(descriptor);
        int called =
                isInterface
                        ? constants.interfaceMethod(type, name, signature)
                        : constants.method(type, name, signature);
        if (isStatic) {
            instruction(Opcodes.INVOKESTATIC, called);
        } else if (isInterface) {
            instruction(Opcodes.INVOKEINTERFACE, called);
            code.u1(reached);
            code.u1(0);
        } else {
            instruction(Opcodes.INVOKEVIRTUAL, called);
        }
        reached = 0;
        Type result = Type.getReturnType(descriptor);
        push(Math.max(1, result.getSize()));
        if (result.getSort() == Type.VOID) {
            code.u1(Opcodes.ACONST_NULL);
        } else if (Boxing.isPrimitive(result)) {
            String box = Boxing.boxOf(result);
            String boxing = "(".concat(result.getDescriptor()).concat(")");
            instruction(
                    Opcodes.INVOKESTATIC,
                    method(constants.type(box), "valueOf", boxing, Type.getObjectType(box)));
        }
        code.u1(Opcodes.ARETURN);
    }

    private int method(int owner, String name, String parameters, Type result) {
        int text = constants.text(name);
        return constants.method(
                owner, text, constants.text(parameters.concat(result.getDescriptor())));
    }

    private void instruction(int opcode, int operand) {
        code.u1(opcode);
        code.u2(operand);
    }

    private void push(int operands) {
        reached += operands;
        most = Math.max(most, reached);
    }

    private byte[] file(String name) {
        int self = constants.type(name);
        int object = constants.type("java/lang/Object");
        int function = constants.type("java/util/function/Function");
        int apply = constants.text("apply");
        int signature = constants.text("(Ljava/lang/Object;)Ljava/lang/Object;");
        int codeName = constants.text("Code");
        constants.end();
        out.u2(Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC);
        out.u2(self);
        out.u2(object);
        out.u2(1);
        out.u2(function);
        out.u2(0);
        out.u2(1);
        out.u2(Opcodes.ACC_PUBLIC);
        out.u2(apply);
        out.u2(signature);
        out.u2(1);
        out.u2(codeName);
        out.u4(12 + code.size());
        out.u2(most);
        out.u2(2);
        out.u4(code.size());
        out.copy(code.toByteArray(), 0, code.size());
        out.u2(0);
        out.u2(0);
        out.u2(0);
        return out.toByteArray();
    }
}
