package dev.morestack.fuzz;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes one method's instructions, with the few idioms that generated code is made of. */
final class Code extends MethodVisitor {
    static final String TRACE = Type.getInternalName(Trace.class);
    static final String VALUES = Type.getInternalName(Values.class);
    static final String DETOURS = Type.getInternalName(Detours.class);
    private static final long FACTOR = 31;

    /** Where a field of this type holds the trace. */
    private final String hub;

    private int nextLocal;
    private int trace = -1;
    private int sum;
    private int position;

    Code(MethodVisitor out, String hub, int firstLocal) {
        super(Opcodes.ASM9, out);
        this.hub = hub;
        nextLocal = firstLocal;
    }

    int newLocal(Type type) {
        int local = nextLocal;
        nextLocal += type.getSize();
        return local;
    }

    int nextLocal() {
        return nextLocal;
    }

    /** Leaves so many locals unused. */
    void skipLocals(int count) {
        nextLocal += count;
    }

    /** Gives back the locals from this one on. */
    void freeLocalsFrom(int local) {
        nextLocal = local;
    }

    /** Sets the locals that the idioms below use. */
    void begin(long salt) {
        trace = newLocal(Type.getType(Trace.class));
        sum = newLocal(Type.LONG_TYPE);
        position = newLocal(Type.LONG_TYPE);
        pushGlobalTrace();
        visitVarInsn(Opcodes.ASTORE, trace);
        push(salt);
        visitVarInsn(Opcodes.LSTORE, sum);
    }

    void pushGlobalTrace() {
        visitFieldInsn(Opcodes.GETSTATIC, hub, "trace", "L" + TRACE + ";");
    }

    void pushTrace() {
        visitVarInsn(Opcodes.ALOAD, trace);
    }

    /** Calls a method of the trace, which with its arguments is on the stack. */
    void callTrace(String name, String descriptor) {
        visitMethodInsn(Opcodes.INVOKEVIRTUAL, TRACE, name, descriptor, false);
    }

    void callStatic(String owner, String name, String descriptor) {
        visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
    }

    void pushSum() {
        visitVarInsn(Opcodes.LLOAD, sum);
    }

    /** Adds the long on the stack to the sum, in which the order of additions shows. */
    void addToSum() {
        pushSum();
        push(FACTOR);
        visitInsn(Opcodes.LMUL);
        visitInsn(Opcodes.LADD);
        visitVarInsn(Opcodes.LSTORE, sum);
    }

    void addToSum(Type type) {
        toLong(type);
        addToSum();
    }

    /** Reports that the method begins, and keeps its position. */
    void enter(int method) {
        pushTrace();
        push(method);
        callTrace("enter", "(I)J");
        visitVarInsn(Opcodes.LSTORE, position);
    }

    /** Reports that the method ends, with its sum. */
    void exit(int method) {
        pushTrace();
        push(method);
        pushPosition();
        pushSum();
        callTrace("exit", "(IJJ)V");
    }

    void pushPosition() {
        visitVarInsn(Opcodes.LLOAD, position);
    }

    void load(Type type, int local) {
        visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
    }

    void store(Type type, int local) {
        visitVarInsn(type.getOpcode(Opcodes.ISTORE), local);
    }

    /** Stores what is on the stack in a local of its own. */
    int storeNew(Type type) {
        int local = newLocal(type);
        store(type, local);
        return local;
    }

    /** A label that stands here. */
    Label mark() {
        Label label = new Label();
        visitLabel(label);
        return label;
    }

    void push(int value) {
        if (value >= -1 && value <= 5) {
            visitInsn(Opcodes.ICONST_0 + value);
        } else if (value == (byte) value) {
            visitIntInsn(Opcodes.BIPUSH, value);
        } else if (value == (short) value) {
            visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            visitLdcInsn(value);
        }
    }

    void push(long value) {
        if (value == 0 || value == 1) {
            visitInsn(Opcodes.LCONST_0 + (int) value);
        } else {
            visitLdcInsn(value);
        }
    }

    /** Pushes a value of the type that depends on the sum and on the number. */
    void pushMade(Type type, int number) {
        pushSum();
        push(number * 0x1234567L);
        visitInsn(Opcodes.LXOR);
        fromLong(type);
    }

    /** Makes a value of the type out of the long on the stack. */
    void fromLong(Type type) {
        switch (type.getSort()) {
            case Type.LONG -> {}
            case Type.DOUBLE -> visitInsn(Opcodes.L2D);
            case Type.FLOAT -> visitInsn(Opcodes.L2F);
            case Type.OBJECT ->
                    callStatic(
                            VALUES,
                            type.getClassName().equals("java.lang.String") ? "text" : "object",
                            "(J)" + type.getDescriptor());
            case Type.ARRAY -> callStatic(VALUES, "array", "(J)[J");
            default -> {
                visitInsn(Opcodes.L2I);
                narrow(type);
            }
        }
    }

    private void narrow(Type type) {
        switch (type.getSort()) {
            case Type.BOOLEAN -> {
                visitInsn(Opcodes.ICONST_1);
                visitInsn(Opcodes.IAND);
            }
            case Type.BYTE -> visitInsn(Opcodes.I2B);
            case Type.CHAR -> visitInsn(Opcodes.I2C);
            case Type.SHORT -> visitInsn(Opcodes.I2S);
            default -> {}
        }
    }

    /** Makes a long out of the value on the stack, or out of nothing for void. */
    void toLong(Type type) {
        switch (type.getSort()) {
            case Type.VOID -> push(7L);
            case Type.LONG -> {}
            case Type.DOUBLE -> callStatic(VALUES, "bits", "(D)J");
            case Type.FLOAT -> callStatic(VALUES, "bits", "(F)J");
            case Type.OBJECT, Type.ARRAY -> callStatic(VALUES, "digest", "(Ljava/lang/Object;)J");
            default -> visitInsn(Opcodes.I2L);
        }
    }
}
