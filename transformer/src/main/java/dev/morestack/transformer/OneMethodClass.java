package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/** A class that implements an interface by one method, under construction; without ASM. */
final class OneMethodClass {

    final Constants constants;

    /** The instructions of the method. */
    final ByteSink code = new ByteSink(128);

    private final ByteSink out = new ByteSink(512);

    OneMethodClass() {
        constants = new Constants(Opcodes.V21, out);
    }

    /** Appends an instruction with an operand of two bytes, such as the index of a constant. */
    void instruction(int opcode, int operand) {
        code.u1(opcode);
        code.u2(operand);
    }

    /**
     * Returns the class file.
     *
     * @param name internal name of the class
     * @param implemented internal name of the interface
     * @param method the method's name
     * @param descriptor the method's descriptor
     * @param maxStack operands that the method has at a time
     * @param maxLocals its parameters and the receiver
     */
    byte[] end(
            String name,
            String implemented,
            String method,
            String descriptor,
            int maxStack,
            int maxLocals) {
        int self = constants.type(name);
        int object = constants.type("java/lang/Object");
        int ofInterface = constants.type(implemented);
        int methodName = constants.text(method);
        int type = constants.text(descriptor);
        int attribute = constants.text("Code");
        constants.end();
        out.u2(Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC);
        out.u2(self);
        out.u2(object);
        out.u2(1);
        out.u2(ofInterface);
        out.u2(0);
        out.u2(1);
        out.u2(Opcodes.ACC_PUBLIC);
        out.u2(methodName);
        out.u2(type);
        out.u2(1);
        out.u2(attribute);
        out.u4(12 + code.size());
        out.u2(maxStack);
        out.u2(maxLocals);
        out.u4(code.size());
        out.copy(code.toByteArray(), 0, code.size());
        out.u2(0);
        out.u2(0);
        out.u2(0);
        return out.toByteArray();
    }
}
