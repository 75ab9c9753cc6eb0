package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class that calls an entry again from inside its root. Without ASM's writer: the first
 * move to a big carrier needs such a class, too, and would wait for that to be loaded.
 */
public final class EntryCaller {

    private static final int ALOAD_1 = 43;

    private final OneMethodClass written = new OneMethodClass();
    private final Constants constants = written.constants;
    private final ByteSink code = written.code;
    private int reached;
    private int most;

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
        EntryCaller caller = new EntryCaller();
        caller.arguments(owner, isStatic, Type.getArgumentTypes(descriptor));
        caller.call(owner, isInterface, isStatic, method, descriptor);
        return caller.written.end(
                name,
                "java/util/function/Function",
                "apply",
                "(Ljava/lang/Object;)Ljava/lang/Object;",
                caller.most,
                2);
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
        written.instruction(Opcodes.CHECKCAST, array);
        written.instruction(Opcodes.SIPUSH, index);
        code.u1(Opcodes.AALOAD);
        // The array and the index have been there.
        push(2);
        reached -= 2;
        if (Boxing.isPrimitive(type)) {
            int box = constants.type(Boxing.boxOf(type));
            written.instruction(Opcodes.CHECKCAST, box);
            written.instruction(
                    Opcodes.INVOKEVIRTUAL, method(box, Boxing.unboxing(type), "()", type));
        } else {
            written.instruction(Opcodes.CHECKCAST, constants.type(type.getInternalName()));
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
            written.instruction(Opcodes.INVOKESTATIC, called);
        } else if (isInterface) {
            written.instruction(Opcodes.INVOKEINTERFACE, called);
            code.u1(reached);
            code.u1(0);
        } else {
            written.instruction(Opcodes.INVOKEVIRTUAL, called);
        }
        reached = 0;
        Type result = Type.getReturnType(descriptor);
        push(Math.max(1, result.getSize()));
        if (result.getSort() == Type.VOID) {
            code.u1(Opcodes.ACONST_NULL);
        } else if (Boxing.isPrimitive(result)) {
            String box = Boxing.boxOf(result);
            String boxing = "(".concat(result.getDescriptor()).concat(")");
            written.instruction(
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

    private void push(int operands) {
        reached += operands;
        most = Math.max(most, reached);
    }
}
