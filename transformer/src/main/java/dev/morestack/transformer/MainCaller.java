package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/**
 * Writes the class that calls a program's {@code main} from inside a root; without ASM, as every
 * start does it.
 */
public final class MainCaller {

    private static final String ARGUMENTS = "([Ljava/lang/String;)V";

    private MainCaller() {}

    /**
     * Returns a class that implements {@code Runnable} by calling {@code main}.
     *
     * @param name internal name of the class to write, in the package of the main class
     * @param mainClass internal name of the main class
     * @param isInterface whether that is an interface
     * @param isStatic whether {@code main} is static; else it is called on a new object
     * @param takesArguments whether {@code main} takes the program's arguments
     */
    public static byte[] write(
            String name,
            String mainClass,
            boolean isInterface,
            boolean isStatic,
            boolean takesArguments) {
        ByteSink out = new ByteSink(512);
        Constants constants = new Constants(Opcodes.V21, out);
        int self = constants.type(name);
        int object = constants.type("java/lang/Object");
        int runnable = constants.type("java/lang/Runnable");
        int program = constants.type(mainClass);
        int run = constants.text("run");
        int nothing = constants.text("()V");
        int code = constants.text("Code");
        int create = constants.method(program, constants.text("<init>"), nothing);
        int arguments = constants.call(Names.MAIN_ARGUMENTS, Names.MAIN_ARGUMENTS_DESCRIPTOR);
        int main = constants.text("main");
        int type = takesArguments ? constants.text(ARGUMENTS) : nothing;
        int mainMethod =
                isInterface
                        ? constants.interfaceMethod(program, main, type)
                        : constants.method(program, main, type);
        constants.end();
        out.u2(Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC);
        out.u2(self);
        out.u2(object);
        out.u2(1);
        out.u2(runnable);
        out.u2(0);
        out.u2(1);
        out.u2(Opcodes.ACC_PUBLIC);
        out.u2(run);
        out.u2(nothing);
        out.u2(1);
        out.u2(code);
        int length = (isStatic ? 0 : 7) + (takesArguments ? 3 : 0) + 4;
        out.u4(12 + length);
        // Reached: object, its duplicate; or object, arguments.
        out.u2(2);
        out.u2(1);
        out.u4(length);
        // []
        if (!isStatic) {
            out.u1(Opcodes.NEW);
            out.u2(program);
            out.u1(Opcodes.DUP);
            out.u1(Opcodes.INVOKESPECIAL);
            out.u2(create);
        }
        // [object?]
        if (takesArguments) {
            out.u1(Opcodes.INVOKESTATIC);
            out.u2(arguments);
        }
        // [object?, arguments?]
        out.u1(isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL);
        out.u2(mainMethod);
        out.u1(Opcodes.RETURN);
        out.u2(0);
        out.u2(0);
        out.u2(0);
        return out.toByteArray();
    }
}
