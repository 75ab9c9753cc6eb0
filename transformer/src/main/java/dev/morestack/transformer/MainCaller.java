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
        OneMethodClass written = new OneMethodClass();
        Constants constants = written.constants;
        int program = constants.type(mainClass);
        int nothing = constants.text("()V");
        // []
        if (!isStatic) {
            int create = constants.method(program, constants.text("<init>"), nothing);
            written.instruction(Opcodes.NEW, program);
            written.code.u1(Opcodes.DUP);
            written.instruction(Opcodes.INVOKESPECIAL, create);
        }
        // [object?]
        if (takesArguments) {
            int arguments = constants.call(Names.MAIN_ARGUMENTS, Names.MAIN_ARGUMENTS_DESCRIPTOR);
            written.instruction(Opcodes.INVOKESTATIC, arguments);
        }
        // [object?, arguments?]
        int main = constants.text("main");
        int type = takesArguments ? constants.text(ARGUMENTS) : nothing;
        written.instruction(
                isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL,
                isInterface
                        ? constants.interfaceMethod(program, main, type)
                        : constants.method(program, main, type));
        written.code.u1(Opcodes.RETURN);
        // Reached: object, its duplicate; or object, arguments.
        return written.end(name, "java/lang/Runnable", "run", "()V", 2, 1);
    }
}
