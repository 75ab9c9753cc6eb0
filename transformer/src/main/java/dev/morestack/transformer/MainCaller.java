package dev.morestack.transformer;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the class that calls a program's {@code main} from inside a root. */
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
        ClassWriter writer = new ClassWriter(0);
        writer.visit(
                Opcodes.V21,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                name,
                null,
                "java/lang/Object",
                new String[] {"java/lang/Runnable"});
        MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "()V", null, null);
        run.visitCode();
        // []
        if (!isStatic) {
            run.visitTypeInsn(Opcodes.NEW, mainClass);
            run.visitInsn(Opcodes.DUP);
            run.visitMethodInsn(Opcodes.INVOKESPECIAL, mainClass, "<init>", "()V", false);
        }
        // [object?]
        if (takesArguments) {
            run.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    Names.MORESTACK,
                    Names.MAIN_ARGUMENTS,
                    Names.MAIN_ARGUMENTS_DESCRIPTOR,
                    false);
        }
        // [object?, arguments?]
        run.visitMethodInsn(
                isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL,
                mainClass,
                "main",
                takesArguments ? ARGUMENTS : "()V",
                isInterface);
        run.visitInsn(Opcodes.RETURN);
        // Reached: object, its duplicate; or object, arguments.
        run.visitMaxs(2, 1);
        run.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
