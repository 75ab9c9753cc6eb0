package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/**
 * Completes what the VM has dumped of threads, behind each call that lets it do so, by copying the
 * class file with bytes put in: {@link ClassPatch} tells why. Each round changes one such call.
 */
final class InfosPatch {

    private static final int DUMPS = 1;
    private static final int FILLS = 2;
    private static final int CALL_BYTES = 3;

    private final RawClass file;
    private final byte[] bytes;
    private final ByteSink out;
    private int call;
    private boolean changed;

    private InfosPatch(byte[] classFile) {
        file = new RawClass(classFile);
        bytes = classFile;
        out = new ByteSink(classFile.length + 256);
    }

    /**
     * Returns the class with its calls completed; as it was where something of it is not known
     * here, since stacks can grow without that.
     */
    static byte[] of(byte[] classFile) {
        byte[] done = classFile;
        while (true) {
            InfosPatch patch = new InfosPatch(done);
            if (!patch.write()) {
                return classFile;
            }
            if (!patch.changed) {
                return done;
            }
            done = patch.out.toByteArray();
        }
    }

    private boolean write() {
        Constants constants = new Constants(file, out);
        call = constants.call(Names.WHOLE_INFOS, Names.WHOLE_INFOS_DESCRIPTOR);
        if (!constants.end()) {
            return false;
        }
        int at = file.methods() + 2;
        out.copy(bytes, file.header, at);
        for (int i = file.u2(at - 2); i > 0; i--) {
            int end = file.afterMember(at);
            if (!method(at, end)) {
                return false;
            }
            at = end;
        }
        out.copy(bytes, at, bytes.length);
        return true;
    }

    private boolean method(int method, int end) {
        out.copy(bytes, method, method + 8);
        int at = method + 8;
        while (at < end) {
            int next = at + 6 + file.u4(at + 2);
            if (changed || !file.isText(at, "Code")) {
                out.copy(bytes, at, next);
            } else if (!code(at, next)) {
                return false;
            }
            at = next;
        }
        return true;
    }

    private boolean code(int attribute, int next) {
        int start = attribute + 14;
        int end = start + file.u4(attribute + 10);
        int last = start;
        int lastButOne = start;
        int index = 1;
        for (int at = start; at < end; at = Instructions.after(bytes, start, at), index++) {
            int kind = kind(at);
            if (kind != 0 && !isCompleted(at + CALL_BYTES, end)) {
                int from = kind == DUMPS ? last : lastButOne;
                changed = true;
                return isPushed(from, at)
                        && !CheckPlacement.isInLoop(file, start, end, at + CALL_BYTES)
                        && new CodePatch(file, out)
                                .write(attribute, index, completion(kind, from, last, at), 2);
            }
            lastButOne = last;
            last = at;
        }
        out.copy(bytes, attribute, next);
        return true;
    }

    /** [ids, boolean, boolean, depth] -> [infos] or [ids, depth, infos] -> []; 0 for neither. */
    private int kind(int at) {
        if (file.u1(at) != Opcodes.INVOKESTATIC) {
            return 0;
        }
        int nameAndType = file.item(file.u2(file.item(file.u2(at + 1)) + 2));
        boolean dumps = file.isText(nameAndType, "dumpThreads0");
        boolean fills = file.isText(nameAndType, "getThreadInfo1");
        String infos = "[Ljava/lang/management/ThreadInfo;";
        return dumps && file.isText(nameAndType + 2, "([JZZI)".concat(infos))
                ? DUMPS
                : fills && file.isText(nameAndType + 2, "([JI".concat(infos).concat(")V"))
                        ? FILLS
                        : 0;
    }

    /** Tells whether what stands there has been put in already. */
    private boolean isCompleted(int at, int end) {
        int start = at;
        for (int i = 0; i < 2 && start < end; i++) {
            start = Instructions.after(bytes, at, start);
        }
        return start < end
                && file.u1(start) == Opcodes.INVOKESTATIC
                && file.isText(
                        file.item(file.u2(file.item(file.u2(start + 1)) + 2)), Names.WHOLE_INFOS);
    }

    /** Tells whether these instructions do no more than push constants and local variables. */
    private boolean isPushed(int from, int to) {
        for (int at = from; at < to; at = Instructions.after(bytes, from, at)) {
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
        ByteSink code = new ByteSink(16);
        if (kind == DUMPS) {
            code.u1(Opcodes.DUP);
        } else {
            code.copy(bytes, last, to);
        }
        code.copy(bytes, from, kind == DUMPS ? to : last);
        code.u1(Opcodes.INVOKESTATIC);
        code.u2(call);
        return code.toByteArray();
    }
}
