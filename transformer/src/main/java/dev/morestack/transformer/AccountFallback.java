package dev.morestack.transformer;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Moves the account out of {@code Thread} where its field is not as expected: every access becomes
 * a call with the same effect on the operand stack.
 */
public final class AccountFallback {

    private AccountFallback() {}

    /** Returns the class that woven code calls, with its accesses of the field replaced. */
    public static byte[] apply(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Replacing(writer), 0);
        return writer.toByteArray();
    }

    private static final class Replacing extends ClassVisitor {

        Replacing(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor writer =
                    super.visitMethod(access, name, descriptor, signature, exceptions);
            return new MethodVisitor(Opcodes.ASM9, writer) {
                @Override
                public void visitFieldInsn(int opcode, String owner, String field, String type) {
                    if (!Names.ACCOUNT_OWNER.equals(owner) || !Names.ACCOUNT_FIELD.equals(field)) {
                        super.visitFieldInsn(opcode, owner, field, type);
                    } else if (opcode == Opcodes.GETFIELD) {
                        // [thread] -> [bytes]
                        call(Names.SUBSTITUTE_GET, Names.SUBSTITUTE_GET_DESCRIPTOR);
                    } else {
                        // [thread, bytes] -> []
                        call(Names.SUBSTITUTE_SET, Names.SUBSTITUTE_SET_DESCRIPTOR);
                    }
                }

                private void call(String method, String type) {
                    super.visitMethodInsn(
                            Opcodes.INVOKESTATIC, Names.SUBSTITUTE, method, type, false);
                }
            };
        }
    }
}
