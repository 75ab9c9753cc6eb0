package dev.morestack.fuzz;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the instructions that call a generated method and leave its result, as a long. */
final class CallWriter {
    private static final String UNARY = "(J)J";
    private static final String OPERATOR = "java/util/function/LongUnaryOperator";
    private static final String SUPPLIER = "java/util/function/LongSupplier";
    private static final Handle METAFACTORY =
            new Handle(
                    Opcodes.H_INVOKESTATIC,
                    Type.getInternalName(LambdaMetafactory.class),
                    "metafactory",
                    MethodType.methodType(
                                    CallSite.class,
                                    MethodHandles.Lookup.class,
                                    String.class,
                                    MethodType.class,
                                    MethodType.class,
                                    java.lang.invoke.MethodHandle.class,
                                    MethodType.class)
                            .toMethodDescriptorString(),
                    false);
    private static final Handle BOOTSTRAP =
            new Handle(
                    Opcodes.H_INVOKESTATIC,
                    Code.DETOURS,
                    "bootstrap",
                    MethodType.methodType(
                                    CallSite.class,
                                    MethodHandles.Lookup.class,
                                    String.class,
                                    MethodType.class,
                                    String.class)
                            .toMethodDescriptorString(),
                    false);

    private final Code code;
    private final int version;

    /** Writes for a caller of the version. */
    CallWriter(Code code, int version) {
        this.code = code;
        this.version = version;
    }

    /** Calls, in the style, with arguments that come from the sum. */
    void call(MethodModel callee, CallStyle style) {
        switch (style) {
            case DIRECT -> {
                if (canName(callee)) {
                    direct(callee);
                } else {
                    gate(callee);
                }
            }
            case GATE -> gate(callee);
            case BARE -> {
                code.callStatic(callee.gate(), "bare", "()V");
                code.push(callee.salt());
            }
            case HANDLE -> {
                code.pushTrace();
                code.push(callee.id());
                code.callTrace("handle", "(I)Ljava/lang/invoke/MethodHandle;");
                code.pushSum();
                code.visitMethodInsn(
                        Opcodes.INVOKEVIRTUAL,
                        "java/lang/invoke/MethodHandle",
                        "invokeExact",
                        UNARY,
                        false);
            }
            case INDY -> {
                code.pushSum();
                code.visitInvokeDynamicInsn(
                        "gate", UNARY, BOOTSTRAP, callee.gate().replace('/', '.'));
            }
            case LAMBDA -> lambda(callee);
            case REFERENCE -> reference(callee);
            default -> {
                code.pushTrace();
                code.push(callee.id());
                code.pushSum();
                code.callStatic(Code.DETOURS, style.methodName(), "(L" + Code.TRACE + ";IJ)J");
            }
        }
    }

    /** Before version 52 invokestatic cannot name a method of an interface (JVMS 4.10.1.9). */
    private boolean canName(MethodModel callee) {
        return callee.kind() != MethodKind.INTERFACE_STATIC || version >= ClassVersion.JAVA_8;
    }

    private void gate(MethodModel callee) {
        code.pushSum();
        code.callStatic(callee.gate(), "gate", UNARY);
    }

    private void direct(MethodModel callee) {
        if (callee.kind() == MethodKind.CONSTRUCTOR) {
            code.visitTypeInsn(Opcodes.NEW, callee.owner());
            code.visitInsn(Opcodes.DUP);
        } else if (callee.kind().hasReceiver()) {
            code.pushTrace();
            code.push(callee.id());
            code.pushSum();
            code.callTrace("receiver", "(IJ)Ljava/lang/Object;");
            code.visitTypeInsn(Opcodes.CHECKCAST, callee.owner());
        }
        int number = 0;
        for (Type argument : callee.arguments()) {
            code.pushMade(argument, number++);
        }
        boolean inInterface = callee.kind().inInterface();
        code.visitMethodInsn(
                switch (callee.kind()) {
                    case STATIC, INTERFACE_STATIC -> Opcodes.INVOKESTATIC;
                    case CONSTRUCTOR -> Opcodes.INVOKESPECIAL;
                    case VIRTUAL, PRIVATE -> Opcodes.INVOKEVIRTUAL;
                    case INTERFACE, INTERFACE_DEFAULT, INTERFACE_PRIVATE -> Opcodes.INVOKEINTERFACE;
                },
                callee.owner(),
                callee.name(),
                callee.descriptor(),
                inInterface);
        if (callee.kind() == MethodKind.CONSTRUCTOR) {
            code.visitFieldInsn(Opcodes.GETFIELD, callee.owner(), "result", "J");
        } else {
            code.toLong(callee.result());
        }
    }

    private void lambda(MethodModel callee) {
        code.pushSum();
        code.visitInvokeDynamicInsn(
                "getAsLong",
                "(J)L" + SUPPLIER + ";",
                METAFACTORY,
                Type.getMethodType("()J"),
                gateHandle(callee),
                Type.getMethodType("()J"));
        code.visitMethodInsn(Opcodes.INVOKEINTERFACE, SUPPLIER, "getAsLong", "()J", true);
    }

    private void reference(MethodModel callee) {
        code.visitInvokeDynamicInsn(
                "applyAsLong",
                "()L" + OPERATOR + ";",
                METAFACTORY,
                Type.getMethodType(UNARY),
                gateHandle(callee),
                Type.getMethodType(UNARY));
        code.pushSum();
        code.visitMethodInsn(Opcodes.INVOKEINTERFACE, OPERATOR, "applyAsLong", UNARY, true);
    }

    private static Handle gateHandle(MethodModel callee) {
        return new Handle(Opcodes.H_INVOKESTATIC, callee.gate(), "gate", UNARY, false);
    }
}
