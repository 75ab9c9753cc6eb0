package dev.morestack.transformer;

import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts calls into regions, where the method that they call cannot be changed: a native method of a
 * class that is loaded already, as the JDK's are.
 *
 * <p>By {@code invokedynamic}: an exception must leave the region, too, and a handler in this
 * method would come between the call and the method's own handlers.
 */
final class RegionCalls extends MethodVisitor {

    private static final Handle LINK =
            new Handle(
                    Opcodes.H_INVOKESTATIC,
                    Names.MORESTACK,
                    Names.LINK_REGION,
                    Names.LINK_REGION_DESCRIPTOR,
                    false);

    private final String className;
    private final RegionSelection selection;

    RegionCalls(MethodVisitor next, String className, RegionSelection selection) {
        super(Opcodes.ASM9, next);
        this.className = className;
        this.selection = selection;
    }

    @Override
    public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
        long bytes =
                name.charAt(0) == '<' || owner.charAt(0) == '['
                        ? 0
                        : selection.calling(owner.replace('/', '.'), name);
        if (bytes == 0) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            return;
        }
        // The receiver of a special call is an object of this very class (JVMS 4.10.1.9).
        String receiver = opcode == Opcodes.INVOKESPECIAL ? className : owner;
        String type =
                opcode == Opcodes.INVOKESTATIC
                        ? descriptor
                        : "(L".concat(receiver).concat(";").concat(descriptor.substring(1));
        Handle target = new Handle(tag(opcode), owner, name, descriptor, isInterface);
        super.visitInvokeDynamicInsn(name, type, LINK, target, bytes);
    }

    private static int tag(int opcode) {
        return switch (opcode) {
            case Opcodes.INVOKESTATIC -> Opcodes.H_INVOKESTATIC;
            case Opcodes.INVOKEINTERFACE -> Opcodes.H_INVOKEINTERFACE;
            case Opcodes.INVOKESPECIAL -> Opcodes.H_INVOKESPECIAL;
            default -> Opcodes.H_INVOKEVIRTUAL;
        };
    }
}
