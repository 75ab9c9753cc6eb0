package dev.morestack.transformer;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves with visitors, which can do all that there is to weave. No class that every start needs
 * refers to ASM, so that it is loaded only for a class that needs more than bytes put in.
 */
final class Prologues extends ClassVisitor {

    private final Plan plan;

    /** Whether the methods that need a check and no more have it. */
    private final boolean hasChecks;

    private int index;

    private Prologues(ClassVisitor next, Plan plan, boolean hasChecks) {
        super(Opcodes.ASM9, next);
        this.plan = plan;
        this.hasChecks = hasChecks;
    }

    /** Returns the woven class; null when the JVM would find it too large. */
    static byte[] weave(byte[] classFile, Plan plan) {
        return weave(classFile, plan, false);
    }

    /** The same for a class that has got the checks of all methods that need no more. */
    static byte[] weaveRest(byte[] classFile, Plan plan) {
        return weave(classFile, plan, true);
    }

    private static byte[] weave(byte[] classFile, Plan plan, boolean hasChecks) {
        // The constant pool is copied and no frame computed, so no class is loaded, and methods
        // without a prologue are copied byte by byte.
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        try {
            reader.accept(new Prologues(writer, plan, hasChecks), 0);
            return writer.toByteArray();
        } catch (MethodTooLargeException | ClassTooLargeException e) {
            return null;
        }
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor writer = super.visitMethod(access, name, descriptor, signature, exceptions);
        return prologues(index++, writer);
    }

    /** Returns the writer itself where the method is to be copied. */
    private MethodVisitor prologues(int index, MethodVisitor writer) {
        if (hasChecks && !plan.needsMoreThanCheck(index)) {
            return writer;
        }
        ScannedMethod method = plan.method(index);
        boolean mayStartThread = plan.mayStartThread(method);
        boolean isEntry = plan.isEntry(index);
        if (!method.hasRoom() || !method.needsCheck() && !mayStartThread && !isEntry) {
            return writer;
        }
        // The visitor made last writes its prologue last. The check belongs to the run inside the
        // root, so it comes behind.
        MethodVisitor next = new KnownScopes(writer);
        if (mayStartThread) {
            next = new RootPrologue(next, plan.className(), plan.version(), method.firstLine());
        }
        if (plan.isRootedInitialiser(method)) {
            next = new InitialiserCalls(next, plan, method.maxLocals());
        }
        if (isEntry) {
            next = new EntryPrologue(next, plan.className(), plan.version(), method);
        }
        if (method.needsCheck()) {
            next =
                    method.before() == 0
                            ? new CheckPrologue(next, method.charge(), method.firstLine())
                            : new LateCheck(next, method.charge(), method.before());
        }
        return next;
    }
}
