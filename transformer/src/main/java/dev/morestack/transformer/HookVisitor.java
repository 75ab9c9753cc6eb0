package dev.morestack.transformer;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Changes methods of the JDK with visitors, which can do it wherever they find what to change. */
final class HookVisitor extends ClassVisitor {

    private final JdkHook hook;
    private final int version;
    private boolean found;

    private HookVisitor(JdkHook hook, ClassVisitor next, int version) {
        super(Opcodes.ASM9, next);
        this.hook = hook;
        this.version = version;
    }

    /**
     * Returns the class with its methods changed.
     *
     * @param hooks what to change, as many as are counted
     * @throws IllegalArgumentException when the class lacks one that stacks cannot grow without
     */
    static byte[] applyAll(byte[] classFile, JdkHook[] hooks, int count) {
        byte[] changed = classFile;
        for (int i = 0; i < count; i++) {
            changed = apply(changed, hooks[i]);
        }
        return changed;
    }

    private static byte[] apply(byte[] classFile, JdkHook hook) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        HookVisitor visitor = new HookVisitor(hook, writer, reader.readUnsignedShort(6));
        reader.accept(visitor, 0);
        if (!visitor.found) {
            if (hook.isOptional()) {
                return classFile;
            }
            throw new IllegalArgumentException(hook.lacking());
        }
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String type, String signature, String[] exceptions) {
        MethodVisitor writer = super.visitMethod(access, name, type, signature, exceptions);
        if (!hook.isOf(name, type)) {
            return writer;
        }
        found = true;
        return change(writer);
    }

    /**
     * Returns the visitor that changes the method, or null when it has been written already. {@link
     * InfosPatch} changes what is not changed here.
     */
    private MethodVisitor change(MethodVisitor writer) {
        return switch (hook) {
            case TASK -> new Task(writer);
            case UNCAUGHT ->
                    new Redirect(
                            writer,
                            "java/lang/Thread$UncaughtExceptionHandler",
                            "uncaughtException",
                            Names.UNCAUGHT,
                            Names.UNCAUGHT_DESCRIPTOR);
            case POOL ->
                    new AtReturns(writer, 1, Names.ROOTED_IN_POOL, Names.ROOTED_IN_POOL_DESCRIPTOR);
            case LAUNCHER ->
                    new AtReturns(writer, 0, Names.MAIN_CLASS, Names.MAIN_CLASS_DESCRIPTOR);
            case WORKER -> new RootPrologue(writer, hook.type, version, 0);
            case SECONDARY_SEED -> seed(writer);
            case ALL_TRACES -> new DumpCompletion(writer);
            case THREAD_INFOS -> writer;
        };
    }

    private static MethodVisitor seed(MethodVisitor writer) {
        writer.visitCode();
        invoke(writer, Names.SECONDARY_SEED, Names.SECONDARY_SEED_DESCRIPTOR);
        writer.visitInsn(Opcodes.IRETURN);
        writer.visitMaxs(1, 0);
        writer.visitEnd();
        // What the method was is read and dropped.
        return null;
    }

    static void invoke(MethodVisitor visitor, String name, String methodDescriptor) {
        visitor.visitMethodInsn(
                Opcodes.INVOKESTATIC, Names.MORESTACK, name, methodDescriptor, false);
    }

    /** Replaces the task, which is the second parameter. */
    private static final class Task extends MethodVisitor {

        Task(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            // op = Morestack.rooted(op). The other parameter must stay in its slot: the VM reads
            // the scoped values from there (JVM_FindScopedValueBindings).
            super.visitVarInsn(Opcodes.ALOAD, 2);
            invoke(mv, Names.ROOTED, Names.ROOTED_DESCRIPTOR);
            super.visitVarInsn(Opcodes.ASTORE, 2);
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            super.visitMaxs(Math.max(1, maxStack), maxLocals);
        }
    }

    /** Lets each object that is to be returned be replaced by another. */
    private static final class AtReturns extends MethodVisitor {

        private final int receivers;
        private final String replacement;
        private final String replacementDescriptor;

        AtReturns(
                MethodVisitor next,
                int receivers,
                String replacement,
                String replacementDescriptor) {
            super(Opcodes.ASM9, next);
            this.receivers = receivers;
            this.replacement = replacement;
            this.replacementDescriptor = replacementDescriptor;
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.ARETURN) {
                // [object] -> [object, this?] -> [replacement]
                if (receivers > 0) {
                    super.visitVarInsn(Opcodes.ALOAD, 0);
                }
                invoke(mv, replacement, replacementDescriptor);
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            super.visitMaxs(maxStack + receivers, maxLocals);
        }
    }

    /**
     * Replaces the calls of an interface's method by calls of a static method that takes it all.
     */
    private static final class Redirect extends MethodVisitor {

        private final String owner;
        private final String called;
        private final String replacement;
        private final String replacementDescriptor;

        Redirect(
                MethodVisitor next,
                String owner,
                String called,
                String replacement,
                String replacementDescriptor) {
            super(Opcodes.ASM9, next);
            this.owner = owner;
            this.called = called;
            this.replacement = replacement;
            this.replacementDescriptor = replacementDescriptor;
        }

        @Override
        public void visitMethodInsn(
                int opcode, String type, String name, String signature, boolean isInterface) {
            if (opcode == Opcodes.INVOKEINTERFACE && type.equals(owner) && name.equals(called)) {
                invoke(mv, replacement, replacementDescriptor);
            } else {
                super.visitMethodInsn(opcode, type, name, signature, isInterface);
            }
        }
    }
}
