package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/**
 * Weaves checks, and nothing else, without ASM. What it does not know it leaves to the visitors;
 * {@link Weaver} falls back to these.
 */
final class ClassPatch extends ClassCopy {

    private final Plan plan;
    private byte[] check;

    private ClassPatch(RawClass file, Plan plan) {
        super(file, 64 + 12 * plan.checks());
        this.plan = plan;
    }

    /**
     * Returns the class with the checks of all methods that need no more; null where something of
     * it is not known here.
     */
    static byte[] of(RawClass file, Plan plan) {
        return new ClassPatch(file, plan).copy();
    }

    @Override
    void add(Constants constants) {
        int call = constants.call(Names.CHECK, Names.CHECK_DESCRIPTOR);
        check = Bytecode.of(Opcodes.SIPUSH, 0, 0, Opcodes.INVOKESTATIC, call >> 8, call);
    }

    @Override
    boolean isDue(int number, int method) {
        return plan.needsCheckAlone(number);
    }

    @Override
    boolean change(int number, int method, int attribute) {
        int charge = plan.method(number).charge();
        check[1] = (byte) (charge >> 8);
        check[2] = (byte) charge;
        return charge <= Short.MAX_VALUE
                && code.write(attribute, plan.method(number).before(), check, 1);
    }
}
