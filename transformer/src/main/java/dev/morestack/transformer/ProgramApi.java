package dev.morestack.transformer;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Brings the classes to life by which a program talks to Morestack: as compiled, they do nothing.
 * Every copy of them, whichever class loader has it.
 */
public final class ProgramApi {

    private static final String REGION = "dev/morestack/Region";
    private static final String MORESTACK = "dev/morestack/Morestack";

    /** Name, what is called in its place, and the descriptor of both. */
    private static final String[][] REPLACEMENTS = {
        {"enter", Names.ENTER_REGION, Names.ENTER_REGION_DESCRIPTOR},
        {"leave", Names.LEAVE_REGION, Names.LEAVE_REGION_DESCRIPTOR},
        {"enter", Names.ENTER_POLICY, Names.ENTER_POLICY_DESCRIPTOR},
        {"leave", Names.LEAVE_POLICY, Names.LEAVE_POLICY_DESCRIPTOR},
        {"tryEnter", Names.HAS_ROOM, Names.HAS_ROOM_DESCRIPTOR},
    };

    private ProgramApi() {}

    /** Tells whether it is one of the classes, by internal name. */
    public static boolean contains(String className) {
        return className.equals(REGION) || className.equals(MORESTACK);
    }

    /** Returns the class with its empty methods replaced by calls of the runtime. */
    public static byte[] apply(byte[] classFile) {
        return new MethodChanges() {
            @Override
            MethodVisitor change(MethodVisitor next, String name, String descriptor) {
                String replacement = replacement(name, descriptor);
                if (replacement == null) {
                    return next;
                }
                write(next, replacement, descriptor);
                return null;
            }
        }.apply(classFile);
    }

    private static String replacement(String name, String descriptor) {
        for (String[] one : REPLACEMENTS) {
            if (name.equals(one[0]) && descriptor.equals(one[2])) {
                return one[1];
            }
        }
        return null;
    }

    private static void write(MethodVisitor method, String called, String descriptor) {
        Type parameter = Type.getArgumentTypes(descriptor)[0];
        method.visitCode();
        method.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), 0);
        HookVisitor.invoke(method, called, descriptor);
        method.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
        method.visitMaxs(2, parameter.getSize());
        method.visitEnd();
    }
}
