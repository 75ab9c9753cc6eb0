package dev.morestack.transformer;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The methods of the JDK that are changed by hand; their classes get no checks. */
public enum JdkHook {
    /** Every task of a thread, platform or virtual, goes through this method. */
    THREAD("java/lang/Thread", "runWith", "(Ljava/lang/Object;Ljava/lang/Runnable;)V") {
        @Override
        MethodVisitor change(MethodVisitor writer, int version) {
            return new MethodVisitor(Opcodes.ASM9, writer) {
                @Override
                public void visitCode() {
                    super.visitCode();
                    // op = Morestack.rooted(op). The other parameter must stay in its slot: the VM
                    // reads the scoped values from there (JVM_FindScopedValueBindings).
                    super.visitVarInsn(Opcodes.ALOAD, 2);
                    invoke(mv, Names.ROOTED, Names.ROOTED_DESCRIPTOR);
                    super.visitVarInsn(Opcodes.ASTORE, 2);
                }

                @Override
                public void visitMaxs(int maxStack, int maxLocals) {
                    super.visitMaxs(Math.max(1, maxStack), maxLocals);
                }
            };
        }
    },

    /** Workers override {@code run()}, so {@code runWith} does not see them. */
    WORKER("java/util/concurrent/ForkJoinWorkerThread", "run", "()V") {
        @Override
        MethodVisitor change(MethodVisitor writer, int version) {
            return new RootPrologue(writer, type, version, 0);
        }
    },

    /** The only user of the field that the account has taken. */
    SECONDARY_SEED("java/util/concurrent/ThreadLocalRandom", "nextSecondarySeed", "()I") {
        @Override
        MethodVisitor change(MethodVisitor writer, int version) {
            writer.visitCode();
            invoke(writer, Names.SECONDARY_SEED, Names.SECONDARY_SEED_DESCRIPTOR);
            writer.visitInsn(Opcodes.IRETURN);
            writer.visitMaxs(1, 0);
            writer.visitEnd();
            // What the method was is read and dropped.
            return null;
        }
    },

    /** Loads the main class for the launcher, which then calls its {@code main} from C. */
    LAUNCHER(
            "sun/launcher/LauncherHelper",
            "checkAndLoadMain",
            "(ZILjava/lang/String;)Ljava/lang/Class;") {
        @Override
        MethodVisitor change(MethodVisitor writer, int version) {
            return new MethodVisitor(Opcodes.ASM9, writer) {
                @Override
                public void visitInsn(int opcode) {
                    if (opcode == Opcodes.ARETURN) {
                        // [class] -> [class to start]
                        invoke(mv, Names.MAIN_CLASS, Names.MAIN_CLASS_DESCRIPTOR);
                    }
                    super.visitInsn(opcode);
                }
            };
        }
    };

    final String type;
    private final String method;
    private final String descriptor;

    JdkHook(String type, String method, String descriptor) {
        this.type = type;
        this.method = method;
        this.descriptor = descriptor;
    }

    /** Returns the hook of the class with this internal name; null for all others. */
    public static JdkHook of(String className) {
        JdkHook[] hooks = values();
        for (int i = 0; i < hooks.length; i++) {
            if (hooks[i].type.equals(className)) {
                return hooks[i];
            }
        }
        return null;
    }

    /** Returns the internal name of the class. */
    public String type() {
        return type;
    }

    /**
     * Returns the class with its method changed.
     *
     * @throws IllegalArgumentException when the class has no such method
     */
    public byte[] apply(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        Hooking hooking = new Hooking(this, writer, reader.readUnsignedShort(6));
        reader.accept(hooking, 0);
        if (!hooking.found) {
            throw new IllegalArgumentException(
                    type.concat(" has no ").concat(method).concat(descriptor));
        }
        return writer.toByteArray();
    }

    /** Returns the visitor that changes the method, or null when it has been written already. */
    abstract MethodVisitor change(MethodVisitor writer, int version);

    private static void invoke(MethodVisitor visitor, String name, String methodDescriptor) {
        visitor.visitMethodInsn(
                Opcodes.INVOKESTATIC, Names.MORESTACK, name, methodDescriptor, false);
    }

    private static final class Hooking extends ClassVisitor {

        private final JdkHook hook;
        private final int version;
        private boolean found;

        Hooking(JdkHook hook, ClassVisitor next, int version) {
            super(Opcodes.ASM9, next);
            this.hook = hook;
            this.version = version;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String type, String signature, String[] exceptions) {
            MethodVisitor writer = super.visitMethod(access, name, type, signature, exceptions);
            if (!name.equals(hook.method) || !type.equals(hook.descriptor)) {
                return writer;
            }
            found = true;
            return hook.change(writer, version);
        }
    }
}
