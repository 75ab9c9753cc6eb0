package dev.morestack.transformer;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The methods of the JDK that are changed by hand. They belong to classes that get no checks. */
public enum JdkHook {
    /** Every task of a thread, platform or virtual, goes through this method. */
    TASK("java/lang/Thread", "runWith", "(Ljava/lang/Object;Ljava/lang/Runnable;)V") {
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

    /** The VM calls this when a thread's task has ended with an exception, and its root with it. */
    UNCAUGHT("java/lang/Thread", "dispatchUncaughtException", "(Ljava/lang/Throwable;)V") {
        @Override
        MethodVisitor change(MethodVisitor writer, int version) {
            return new Redirect(
                    writer,
                    "java/lang/Thread$UncaughtExceptionHandler",
                    "uncaughtException",
                    Names.UNCAUGHT,
                    Names.UNCAUGHT_DESCRIPTOR);
        }
    },

    /**
     * Workers that run already have no root; their next task but one gets it. Not {@code
     * runWorker}: a method that is running when it is changed goes on as it was.
     */
    POOL("java/util/concurrent/ThreadPoolExecutor", "getTask", "()Ljava/lang/Runnable;") {
        @Override
        MethodVisitor change(MethodVisitor writer, int version) {
            return new MethodVisitor(Opcodes.ASM9, writer) {
                @Override
                public void visitInsn(int opcode) {
                    if (opcode == Opcodes.ARETURN) {
                        // [task] -> [task]
                        super.visitVarInsn(Opcodes.ALOAD, 0);
                        invoke(mv, Names.ROOTED_IN_POOL, Names.ROOTED_IN_POOL_DESCRIPTOR);
                    }
                    super.visitInsn(opcode);
                }

                @Override
                public void visitMaxs(int maxStack, int maxLocals) {
                    super.visitMaxs(maxStack + 1, maxLocals);
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

    /** The VM's dumps end where the frozen frames of a deep thread begin. */
    ALL_TRACES("java/lang/Thread", "getAllStackTraces", "()Ljava/util/Map;") {
        @Override
        MethodVisitor change(MethodVisitor writer, int version) {
            return new DumpCompletion.OfTraces(writer);
        }
    },

    /** The same for management beans, in all methods that let the VM dump threads. */
    THREAD_INFOS("sun/management/ThreadImpl", null, null) {
        @Override
        MethodVisitor change(MethodVisitor writer, int version) {
            return new DumpCompletion.OfInfos(writer);
        }
    },

    /** A virtual thread that yields goes to its scheduler, not to the pool that it comes from. */
    SUBMITS("java/lang/VirtualThread", null, null) {
        @Override
        MethodVisitor change(MethodVisitor writer, int version) {
            return new VirtualThreadSubmits(writer);
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

    /** Tells whether the class with this internal name has a method to change. */
    public static boolean isDue(String className) {
        JdkHook[] hooks = values();
        for (int i = 0; i < hooks.length; i++) {
            if (hooks[i].type.equals(className)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the class with its methods changed.
     *
     * @throws IllegalArgumentException when the class lacks one that stacks cannot grow without
     */
    public static byte[] applyAll(String className, byte[] classFile) {
        byte[] changed = classFile;
        JdkHook[] hooks = values();
        for (int i = 0; i < hooks.length; i++) {
            if (hooks[i].type.equals(className)) {
                changed = hooks[i].apply(changed);
            }
        }
        return changed;
    }

    /** Tells whether stacks can grow without it. */
    boolean isOptional() {
        return this == ALL_TRACES || this == THREAD_INFOS || this == SUBMITS;
    }

    private byte[] apply(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        Hooking hooking = new Hooking(this, writer, reader.readUnsignedShort(6));
        reader.accept(hooking, 0);
        if (!hooking.found) {
            if (isOptional()) {
                return classFile;
            }
            throw new IllegalArgumentException(
                    type.concat(" has no ").concat(method).concat(descriptor));
        }
        return writer.toByteArray();
    }

    /** Returns the visitor that changes the method, or null when it has been written already. */
    abstract MethodVisitor change(MethodVisitor writer, int version);

    static void invoke(MethodVisitor visitor, String name, String methodDescriptor) {
        visitor.visitMethodInsn(
                Opcodes.INVOKESTATIC, Names.MORESTACK, name, methodDescriptor, false);
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
            if (hook.method != null
                    && (!name.equals(hook.method) || !type.equals(hook.descriptor))) {
                return writer;
            }
            found = true;
            return hook.change(writer, version);
        }
    }
}
