package dev.morestack.transformer;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves the check into every method of a class that needs one.
 *
 * <p>Only bodies change: no member, no frame of the original code, nothing that reflection shows.
 * So a class that is loaded already can be retransformed.
 */
public final class Weaver {

    private Weaver() {}

    /**
     * Returns the class with its checks, or the reason why it stays as it is. Never throws.
     *
     * @param entries methods that native code calls, which may need a root of their own
     */
    public static Woven weave(byte[] classFile, MethodSelection entries) {
        try {
            if (hasAncientCode(classFile)) {
                return Woven.not(LeftOut.UNREADABLE);
            }
            ClassReader reader = new ClassReader(classFile);
            ClassShape.check(classFile, reader);
            ScannedMethod[] methods = ClassScan.methods(classFile, reader);
            Plan plan = new Plan(reader, methods, entries);
            if (plan.isEmpty()) {
                return plan.woven(null);
            }
            byte[] patched =
                    plan.isOfChecksAlone()
                            ? ClassPatch.of(classFile, reader, methods, plan.checks())
                            : null;
            return plan.woven(patched != null ? patched : visit(reader, plan));
        } catch (MethodTooLargeException | ClassTooLargeException e) {
            return Woven.not(LeftOut.TOO_LARGE);
        } catch (RuntimeException e) {
            // ASM throws what it runs into: a version it does not know, an index out of bounds, a
            // dynamic constant among its own arguments.
            return Woven.not(LeftOut.UNREADABLE);
        }
    }

    /**
     * Tells whether the class is older than 45.3, the first format of JDK 1.0.2: its code
     * attributes have shorter headers, which HotSpot still reads and ASM does not.
     */
    private static boolean hasAncientCode(byte[] classFile) {
        int minor = (classFile[4] & 0xff) << 8 | classFile[5] & 0xff;
        int major = (classFile[6] & 0xff) << 8 | classFile[7] & 0xff;
        return major < 45 || major == 45 && minor < 3;
    }

    /** Weaves with visitors, which can do all that there is to weave. */
    static byte[] visit(ClassReader reader, Plan plan) {
        // The constant pool is copied and no frame computed, so no class is loaded, and methods
        // without a prologue are copied byte by byte.
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Prologues(writer, plan), 0);
        return writer.toByteArray();
    }

    private static final class Prologues extends ClassVisitor {

        private final Plan plan;
        private int index;

        Prologues(ClassVisitor next, Plan plan) {
            super(Opcodes.ASM9, next);
            this.plan = plan;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor writer =
                    super.visitMethod(access, name, descriptor, signature, exceptions);
            return plan.prologues(index++, writer);
        }
    }
}
