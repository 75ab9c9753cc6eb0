package dev.morestack.transformer;

/** The methods of the JDK that are changed by hand. They belong to classes that get no checks. */
public enum JdkHook {
    /** Every task of a thread, platform or virtual, goes through this method. */
    TASK("java/lang/Thread", "runWith", "(Ljava/lang/Object;Ljava/lang/Runnable;)V"),

    /** The VM calls this when a thread's task has ended with an exception, and its root with it. */
    UNCAUGHT("java/lang/Thread", "dispatchUncaughtException", "(Ljava/lang/Throwable;)V"),

    /**
     * Workers that run already have no root; their next task but one gets it. Not {@code
     * runWorker}: a method that is running when it is changed goes on as it was.
     */
    POOL("java/util/concurrent/ThreadPoolExecutor", "getTask", "()Ljava/lang/Runnable;"),

    /** Workers override {@code run()}, so {@code runWith} does not see them. */
    WORKER("java/util/concurrent/ForkJoinWorkerThread", "run", "()V"),

    /** The only user of the field that the account has taken. */
    SECONDARY_SEED("java/util/concurrent/ThreadLocalRandom", "nextSecondarySeed", "()I"),

    /** The VM's dumps end where the frozen frames of a deep thread begin. */
    ALL_TRACES("java/lang/Thread", "getAllStackTraces", "()Ljava/util/Map;"),

    /** The same for management beans, in all methods that let the VM dump threads. */
    THREAD_INFOS("sun/management/ThreadImpl", null, null),

    /** Loads the main class for the launcher, which then calls its {@code main} from C. */
    LAUNCHER(
            "sun/launcher/LauncherHelper",
            "checkAndLoadMain",
            "(ZILjava/lang/String;)Ljava/lang/Class;");

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
        JdkHook[] hooks = values();
        int count = 0;
        for (int i = 0; i < hooks.length; i++) {
            if (hooks[i].type.equals(className)) {
                hooks[count++] = hooks[i];
            }
        }
        if (count == 0) {
            return classFile;
        }
        if (hooks[0] == THREAD_INFOS) {
            return InfosPatch.of(classFile);
        }
        byte[] patched = HookPatch.of(classFile, hooks, count);
        return patched != null ? patched : HookVisitor.applyAll(classFile, hooks, count);
    }

    /** Tells whether it is this method that is to be changed. */
    boolean isOf(String name, String signature) {
        return name.equals(method) && signature.equals(descriptor);
    }

    /** The same of a method in a class file. */
    boolean isOf(RawClass file, int member) {
        return file.isText(member + 2, method) && file.isText(member + 4, descriptor);
    }

    /** Tells whether stacks can grow without it. */
    boolean isOptional() {
        return this == ALL_TRACES || this == THREAD_INFOS;
    }

    String lacking() {
        return type.concat(" has no ").concat(method).concat(descriptor);
    }
}
