package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/**
 * Changes the methods of the JDK that every start changes, without ASM. What it does not know it
 * leaves to {@link HookVisitor}.
 */
final class HookPatch extends ClassCopy {

    private static final int ALOAD_0 = 42;
    private static final int ALOAD_2 = 44;
    private static final int ALOAD_3 = 45;
    private static final int ASTORE_2 = 77;

    private final JdkHook[] hooks;
    private final int[] calls;
    private int found;

    private HookPatch(byte[] classFile, JdkHook[] hooks, int count) {
        super(new RawClass(classFile), 512);
        this.hooks = hooks;
        calls = new int[count];
    }

    /**
     * Returns the class with its methods changed, null where that is not for here.
     *
     * @param hooks what to change, as many as are counted
     */
    static byte[] of(byte[] classFile, JdkHook[] hooks, int count) {
        for (int i = 0; i < count; i++) {
            if (call(hooks[i]) == null) {
                return null;
            }
        }
        HookPatch patch = new HookPatch(classFile, hooks, count);
        byte[] copy = patch.copy();
        return patch.found == count ? copy : null;
    }

    /**
     * Returns name and descriptor of the method of ours that is called; null where none is known.
     */
    private static String[] call(JdkHook hook) {
        return switch (hook) {
            case TASK -> new String[] {Names.ROOTED, Names.ROOTED_DESCRIPTOR};
            case UNCAUGHT -> new String[] {Names.UNCAUGHT, Names.UNCAUGHT_DESCRIPTOR};
            case SECONDARY_SEED ->
                    new String[] {Names.SECONDARY_SEED, Names.SECONDARY_SEED_DESCRIPTOR};
            case ALL_TRACES -> new String[] {Names.WHOLE_TRACES, Names.WHOLE_TRACES_DESCRIPTOR};
            case LAUNCHER -> new String[] {Names.MAIN_CLASS, Names.MAIN_CLASS_DESCRIPTOR};
            default -> null;
        };
    }

    @Override
    void add(Constants constants) {
        for (int i = 0; i < calls.length; i++) {
            String[] call = call(hooks[i]);
            calls[i] = constants.call(call[0], call[1]);
        }
    }

    @Override
    boolean isDue(int number, int method) {
        return hookOf(method) < calls.length;
    }

    /** Returns the index of the hook that changes the method; their number when none does. */
    private int hookOf(int method) {
        int hook = 0;
        while (hook < calls.length && !hooks[hook].isOf(file, method)) {
            hook++;
        }
        return hook;
    }

    @Override
    boolean change(int number, int method, int attribute) {
        int hook = hookOf(method);
        found++;
        return change(hooks[hook], attribute, calls[hook]);
    }

    private boolean change(JdkHook hook, int attribute, int call) {
        return switch (hook) {
            case TASK -> task(attribute, call);
            case UNCAUGHT -> redirect(attribute, call);
            case SECONDARY_SEED -> seed(attribute, call);
            case ALL_TRACES -> traces(attribute, call);
            default -> atReturn(attribute, call);
        };
    }

    private boolean task(int attribute, int call) {
        // op = Morestack.rooted(op). The other parameter must stay in its slot: the VM reads the
        // scoped values from there (JVM_FindScopedValueBindings).
        return code.write(
                attribute,
                0,
                Bytecode.of(ALOAD_2, Opcodes.INVOKESTATIC, call >> 8, call, ASTORE_2),
                1);
    }

    /** [handler, thread, exception] -> [], in the five bytes of the call by an interface. */
    private boolean redirect(int attribute, int call) {
        int to = out.size() - attribute;
        out.copy(file.bytes, attribute, attribute + 6 + file.u4(attribute + 2));
        boolean done = false;
        int start = attribute + 14;
        int end = start + file.u4(attribute + 10);
        for (int at = start; at < end; at = Instructions.after(file.bytes, start, at)) {
            if (file.u1(at) == Opcodes.INVOKEINTERFACE
                    && file.isText(file.called(at), "uncaughtException")) {
                out.setU2(to + at, Opcodes.INVOKESTATIC << 8 | call >> 8);
                out.setU2(to + at + 2, (call & 0xff) << 8 | Opcodes.NOP);
                out.setU2(to + at + 3, Opcodes.NOP);
                done = true;
            }
        }
        return done;
    }

    private boolean seed(int attribute, int call) {
        out.copy(file.bytes, attribute, attribute + 2);
        out.u4(16);
        out.u2(1);
        out.u2(0);
        out.u4(4);
        out.u1(Opcodes.INVOKESTATIC);
        out.u2(call);
        out.u1(Opcodes.IRETURN);
        out.u2(0);
        out.u2(0);
        return true;
    }

    /** Behind the only call of {@code dumpThreads}, whose argument is a local variable. */
    private boolean traces(int attribute, int call) {
        int start = attribute + 14;
        int end = start + file.u4(attribute + 10);
        int load = 0;
        int index = 1;
        for (int at = start; at < end; at = Instructions.after(file.bytes, start, at), index++) {
            int opcode = file.u1(at);
            if (opcode == Opcodes.INVOKESTATIC && file.isText(file.called(at), "dumpThreads")) {
                // [traces] -> [traces, threads] -> [threads, traces] -> [traces]
                byte[] inserted =
                        Bytecode.of(load, Opcodes.SWAP, Opcodes.INVOKESTATIC, call >> 8, call);
                return load >= ALOAD_0
                        && load <= ALOAD_3
                        && !CheckPlacement.isInLoop(file, start, end, at + 3)
                        && code.write(attribute, index, inserted, 1);
            }
            load = opcode;
        }
        return false;
    }

    /** [class] -> [class to start], before the only return. */
    private boolean atReturn(int attribute, int call) {
        int start = attribute + 14;
        int end = start + file.u4(attribute + 10);
        int place = 0;
        int index = 0;
        int instructions = 0;
        for (int at = start; at < end; at = Instructions.after(file.bytes, start, at), index++) {
            if (file.u1(at) == Opcodes.ARETURN) {
                if (place != 0) {
                    return false;
                }
                place = at;
                instructions = index;
            }
        }
        return instructions > 0
                && !CheckPlacement.isInLoop(file, start, end, place)
                && code.write(
                        attribute,
                        instructions,
                        Bytecode.of(Opcodes.INVOKESTATIC, call >> 8, call),
                        0);
    }
}
