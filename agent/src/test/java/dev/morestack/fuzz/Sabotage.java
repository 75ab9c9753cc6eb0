package dev.morestack.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Defects put into programs to see that the fuzz finds them: what a broken agent could do. */
enum Sabotage {
    NONE,
    /** A prologue that, once in a thousand calls, changes an argument. */
    CLOBBER_ARGUMENT,
    /** A prologue that, once in a thousand calls, runs its method twice. */
    REPEAT_CALL,
    /** A finally block that, once in a thousand times, is left out. */
    LOSE_FINALLY,
    /** An error like that at the limit, in a method that, once in a thousand calls, has begun. */
    THROW_LATE,
    /** A crash of the JVM in the thousandth call. */
    CRASH,
    /** A program that stops in the thousandth call. */
    HANG;

    private static final String SABOTEUR = Type.getInternalName(Saboteur.class);

    Map<String, byte[]> apply(Map<String, byte[]> classes) {
        if (this == NONE) {
            return classes;
        }
        Map<String, byte[]> spoiled = new LinkedHashMap<>();
        classes.forEach((name, bytes) -> spoiled.put(name, spoil(bytes)));
        return spoiled;
    }

    private byte[] spoil(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        try {
            reader.accept(new SpoilingVisitor(writer), 0);
            return writer.toByteArray();
        } catch (MethodTooLargeException e) {
            return bytes;
        }
    }

    /** Changes methods without a branch, so that no stack map frame is needed. */
    private final class SpoilingVisitor extends ClassVisitor {
        SpoilingVisitor(ClassVisitor out) {
            super(Opcodes.ASM9, out);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
            MethodVisitor out = super.visitMethod(access, name, descriptor, signature, thrown);
            boolean takesLong = descriptor.startsWith("(J");
            int argument = (access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
            boolean gate = name.equals("gate");
            return new MethodVisitor(Opcodes.ASM9, out) {
                @Override
                public void visitCode() {
                    super.visitCode();
                    if (Sabotage.this == CLOBBER_ARGUMENT && takesLong) {
                        super.visitVarInsn(Opcodes.LLOAD, argument);
                        call("clobber", "(J)J");
                        super.visitVarInsn(Opcodes.LSTORE, argument);
                    } else if (Sabotage.this == REPEAT_CALL && gate) {
                        super.visitVarInsn(Opcodes.LLOAD, argument);
                        call("repeat", "(J)V");
                    } else if (Sabotage.this == CRASH) {
                        call("crash", "()V");
                    } else if (Sabotage.this == HANG) {
                        call("hang", "()V");
                    }
                }

                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String name, String type, boolean inInterface) {
                    if (Sabotage.this == LOSE_FINALLY && name.equals("ended")) {
                        call("ended", type.replace("(", "(L" + Code.TRACE + ";"));
                    } else {
                        super.visitMethodInsn(opcode, owner, name, type, inInterface);
                    }
                    if (Sabotage.this == THROW_LATE && name.equals("enter")) {
                        call("late", "()V");
                    }
                }

                private void call(String name, String type) {
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, SABOTEUR, name, type, false);
                }
            };
        }
    }
}
