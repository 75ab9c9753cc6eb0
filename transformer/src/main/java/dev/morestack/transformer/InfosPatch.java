package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/**
 * Completes what the VM has dumped of threads, behind each call that lets it do so, without ASM.
 * Each round changes one such call.
 */
final class InfosPatch extends ClassCopy {

    private static final int DUMPS = 1;
    private static final int FILLS = 2;
    private static final int CALL_BYTES = 3;

    private int call;
    private boolean changed;

    private InfosPatch(byte[] classFile) {
        super(new RawClass(classFile), 256);
    }

    /**
     * Returns the class with its calls completed; as it was where something of it is not known
     * here, since stacks can grow without that.
     */
    static byte[] of(byte[] classFile) {
        byte[] done = classFile;
        while (true) {
            InfosPatch patch = new InfosPatch(done);
            byte[] copy = patch.copy();
            if (copy == null) {
                return classFile;
            }
            if (!patch.changed) {
                return done;
            }
            done = copy;
        }
    }

    @Override
    void add(Constants constants) {
        call = constants.call(Names.WHOLE_INFOS, Names.WHOLE_INFOS_DESCRIPTOR);
    }

    @Override
    boolean isDue(int number, int method) {
        return !changed;
    }

    @Override
    boolean change(int number, int method, int attribute) {
        int start = attribute + 14;
        int end = start + file.u4(attribute + 10);
        int last = start;
        int lastButOne = start;
        int index = 1;
        for (int at = start; at < end; at = Instructions.after(file.bytes, start, at), index++) {
            int kind = kind(at);
            if (kind != 0 && !isCompleted(at + CALL_BYTES, end)) {
                int from = kind == DUMPS ? last : lastButOne;
                changed = true;
                return isPushed(from, at)
                        && !CheckPlacement.isInLoop(file, start, end, at + CALL_BYTES)
                        && code.write(attribute, index, completion(kind, from, last, at), 2);
            }
            lastButOne = last;
            last = at;
        }
        out.copy(file.bytes, attribute, attribute + 6 + file.u4(attribute + 2));
        return true;
    }

    /** [ids, boolean, boolean, depth] -> [infos] or [ids, depth, infos] -> []; 0 for neither. */
    private int kind(int at) {
        if (file.u1(at) != Opcodes.INVOKESTATIC) {
            return 0;
        }
        int called = file.called(at);
        boolean dumps = file.isText(called, "dumpThreads0");
        boolean fills = file.isText(called, "getThreadInfo1");
        String infos = "[Ljava/lang/management/ThreadInfo;";
        return dumps && file.isText(called + 2, "([JZZI)".concat(infos))
                ? DUMPS
                : fills && file.isText(called + 2, "([JI".concat(infos).concat(")V")) ? FILLS : 0;
    }

    /** Tells whether what stands there has been put in already. */
    private boolean isCompleted(int at, int end) {
        int start = at;
        for (int i = 0; i < 2 && start < end; i++) {
            start = Instructions.after(file.bytes, at, start);
        }
        return start < end
                && file.u1(start) == Opcodes.INVOKESTATIC
                && file.isText(file.called(start), Names.WHOLE_INFOS);
    }

    /** Tells whether these instructions do no more than push constants and local variables. */
    private boolean isPushed(int from, int to) {
        for (int at = from; at < to; at = Instructions.after(file.bytes, from, at)) {
            int opcode = file.u1(at);
            // Up to aload_3, the last one before those that read arrays.
            if (opcode < Opcodes.ACONST_NULL || opcode >= Opcodes.IALOAD) {
                return false;
            }
        }
        return true;
    }

    /** Pushes the infos and the depth again, and completes: [infos?] -> [infos?]. */
    private byte[] completion(int kind, int from, int last, int to) {
        ByteSink completion = new ByteSink(16);
        if (kind == DUMPS) {
            completion.u1(Opcodes.DUP);
        } else {
            completion.copy(file.bytes, last, to);
        }
        completion.copy(file.bytes, from, kind == DUMPS ? to : last);
        completion.u1(Opcodes.INVOKESTATIC);
        completion.u2(call);
        return completion.toByteArray();
    }
}
