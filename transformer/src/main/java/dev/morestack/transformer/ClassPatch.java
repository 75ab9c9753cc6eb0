package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/**
 * Weaves checks, and nothing else, without ASM. What it does not know it leaves to the visitors;
 * {@link Weaver} falls back to these.
 */
final class ClassPatch extends ClassCopy {

    private final ScannedMethod[] methods;
    private byte[] check;

    private ClassPatch(RawClass file, ScannedMethod[] methods, int checks) {
        super(file, 64 + 12 * checks);
        this.methods = methods;
    }

    /** Returns the class with its checks; null where something of it is not known here. */
    static byte[] of(RawClass file, ScannedMethod[] methods, int checks) {
        return new ClassPatch(file, methods, checks).copy();
    }

    @Override
    void add(Constants constants) {
        int call = constants.call(Names.CHECK, Names.CHECK_DESCRIPTOR);
        check = Bytecode.of(Opcodes.SIPUSH, 0, 0, Opcodes.INVOKESTATIC, call >> 8, call);
    }

    @Override
    boolean isDue(int number, int method) {
        return methods[number].needsCheck() && methods[number].hasRoom();
    }

    @Override
    boolean change(int number, int method, int attribute) {
        int charge = methods[number].charge();
        check[1] = (byte) (charge >> 8);
        check[2] = (byte) charge;
        return charge <= Short.MAX_VALUE
                && code.write(attribute, methods[number].before(), check, 1);
    }
}
