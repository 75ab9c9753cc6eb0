package dev.morestack.transformer;

/** Every name and descriptor that woven code uses; a test compares them with the real methods. */
public final class Names {

    /** Internal name of the class that woven code calls. */
    public static final String MORESTACK = "java/lang/Morestack";

    static final String CHECK = "check";
    static final String CHECK_DESCRIPTOR = "(I)V";

    static final String RAN_IN_ROOT = "ranInRoot";
    static final String RAN_IN_ROOT_DESCRIPTOR = "(Ljava/lang/Object;Ljava/lang/String;)Z";

    static final String ROOT_DUE = "rootDue";
    static final String ROOT_DUE_DESCRIPTOR =
            "(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/String;Ljava/lang/Object;)Z";

    static final String RUN_ENTRY = "runEntry";
    static final String RUN_ENTRY_DESCRIPTOR =
            "(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/String;[Ljava/lang/Object;)"
                    + "Ljava/lang/Object;";

    static final String CALL_IN_ROOT = "callInRoot";
    static final String CALL_IN_ROOT_DESCRIPTOR =
            "(Ljava/lang/invoke/MethodHandle;[Ljava/lang/Object;)Ljava/lang/Object;";

    static final String ROOTED = "rooted";
    static final String ROOTED_DESCRIPTOR = "(Ljava/lang/Runnable;)Ljava/lang/Runnable;";

    static final String UNCAUGHT = "uncaught";
    static final String UNCAUGHT_DESCRIPTOR =
            "(Ljava/lang/Thread$UncaughtExceptionHandler;Ljava/lang/Thread;Ljava/lang/Throwable;)V";

    static final String ROOTED_IN_POOL = "rootedInPool";
    static final String ROOTED_IN_POOL_DESCRIPTOR =
            "(Ljava/lang/Runnable;Ljava/lang/Object;)Ljava/lang/Runnable;";

    static final String SECONDARY_SEED = "secondarySeed";
    static final String SECONDARY_SEED_DESCRIPTOR = "()I";

    static final String WHOLE_TRACES = "wholeTraces";
    static final String WHOLE_TRACES_DESCRIPTOR =
            "([Ljava/lang/Thread;[[Ljava/lang/StackTraceElement;)"
                    + "[[Ljava/lang/StackTraceElement;";

    static final String WHOLE_INFOS = "wholeInfos";
    static final String WHOLE_INFOS_DESCRIPTOR = "([Ljava/lang/Object;I)V";

    static final String ENTER_REGION = "enterRegion";
    static final String ENTER_REGION_DESCRIPTOR = "(J)I";

    static final String LEAVE_REGION = "leaveRegion";
    static final String LEAVE_REGION_DESCRIPTOR = "(I)V";

    static final String SIZED = "sized";
    static final String SIZED_DESCRIPTOR = "(Ljava/lang/Thread;)V";

    static final String ENTER_POLICY = "enterPolicy";
    static final String ENTER_POLICY_DESCRIPTOR = "(Ljava/lang/Object;)Ljava/lang/Object;";

    static final String ENTER_NAMED_POLICY = "enterNamedPolicy";
    static final String ENTER_NAMED_POLICY_DESCRIPTOR = "(Ljava/lang/String;)Ljava/lang/Object;";

    static final String LEAVE_POLICY = "leavePolicy";
    static final String LEAVE_POLICY_DESCRIPTOR = "(Ljava/lang/Object;)V";

    static final String HAS_ROOM = "hasRoom";
    static final String HAS_ROOM_DESCRIPTOR = "(J)Z";

    static final String LINK_REGION = "linkRegion";
    static final String LINK_REGION_DESCRIPTOR =
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
                    + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;J)"
                    + "Ljava/lang/invoke/CallSite;";

    static final String EXTERNAL_SUBMIT = "externalSubmit";
    static final String EXTERNAL_SUBMIT_DESCRIPTOR =
            "(Ljava/util/concurrent/ForkJoinPool;Ljava/util/concurrent/ForkJoinTask;"
                    + "Ljava/util/concurrent/Executor;Ljava/lang/Runnable;)"
                    + "Ljava/util/concurrent/ForkJoinTask;";

    static final String LAZY_SUBMIT = "lazySubmit";
    static final String LAZY_SUBMIT_DESCRIPTOR = EXTERNAL_SUBMIT_DESCRIPTOR;

    static final String MAIN_CLASS = "mainClass";
    static final String MAIN_CLASS_DESCRIPTOR = "(Ljava/lang/Class;)Ljava/lang/Class;";

    static final String MAIN_ARGUMENTS = "mainArguments";
    static final String MAIN_ARGUMENTS_DESCRIPTOR = "()[Ljava/lang/String;";

    /** The field of {@code Thread} that holds the account. */
    static final String ACCOUNT_OWNER = "java/lang/Thread";

    static final String ACCOUNT_FIELD = "threadLocalRandomSecondarySeed";

    /** Holds the account where the field is not as expected. */
    static final String SUBSTITUTE = "dev/morestack/runtime/SubstituteAccount";

    static final String SUBSTITUTE_GET = "get";
    static final String SUBSTITUTE_GET_DESCRIPTOR = "(Ljava/lang/Thread;)I";
    static final String SUBSTITUTE_SET = "set";
    static final String SUBSTITUTE_SET_DESCRIPTOR = "(Ljava/lang/Thread;I)V";

    private Names() {}
}
