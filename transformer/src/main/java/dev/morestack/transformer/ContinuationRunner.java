package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/**
 * Writes a class that does what {@code Continuation.run} does and shows in no stack trace: the very
 * instructions of that method, as it is in the running JDK, in a class to be defined as a hidden
 * nestmate of {@code Continuation}. All its constants come along, so nothing of it changes.
 *
 * <p>But for one call: {@code run} compares its scope with that of virtual threads, and asking for
 * it initialises {@code VirtualThread}, which makes a scheduler and starts a thread. The scope of a
 * root is never that one, so null stands for it.
 */
public final class ContinuationRunner {

    private static final String CONTINUATION = "jdk/internal/vm/Continuation";
    private static final String ON_CONTINUATION = "(Ljdk/internal/vm/Continuation;)V";
    private static final String SCOPE_OF_VIRTUAL_THREADS = "virtualThreadContinuationScope";

    private static final int ALOAD_1 = 43;

    private final RawClass file;
    private final ByteSink out;

    private ContinuationRunner(byte[] continuation) {
        file = new RawClass(continuation);
        out = new ByteSink(continuation.length + 512);
    }

    /**
     * Returns a class that implements {@code Consumer} by running the continuation it is given.
     *
     * @param name internal name of the class to write, in the package of {@code Continuation}
     * @param continuation the class file of {@code Continuation}
     * @throws RuntimeException when that has no method {@code run} as expected
     */
    public static byte[] write(String name, byte[] continuation) {
        return new ContinuationRunner(continuation).write(name);
    }

    private byte[] write(String name) {
        int run = file.method("run", "()V");
        int code = run < 0 ? -1 : file.attribute(run + 6, KnownText.CODE);
        if (code < 0) {
            throw new IllegalArgumentException("Continuation has no run()");
        }
        Constants constants = new Constants(file, out);
        int self = constants.type(name);
        int object = constants.type("java/lang/Object");
        int consumer = constants.type("java/util/function/Consumer");
        int accept = constants.text("accept");
        int acceptType = constants.text("(Ljava/lang/Object;)V");
        int runName = constants.text("run");
        int runType = constants.text(ON_CONTINUATION);
        int codeName = constants.text("Code");
        int continuation = constants.type(CONTINUATION);
        int runMethod = constants.method(self, runName, runType);
        constants.end();
        out.u2(Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC);
        out.u2(self);
        out.u2(object);
        out.u2(1);
        out.u2(consumer);
        out.u2(0);
        out.u2(2);
        out.u2(Opcodes.ACC_PUBLIC);
        out.u2(accept);
        out.u2(acceptType);
        out.u2(1);
        accept(codeName, continuation, runMethod);
        out.u2(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC);
        out.u2(runName);
        out.u2(runType);
        out.u2(1);
        // The receiver becomes the parameter, in the same slot and of the same type.
        copy(codeName, code);
        bootstrapMethods();
        return out.toByteArray();
    }

    private void accept(int codeName, int continuation, int run) {
        out.u2(codeName);
        out.u4(20);
        out.u2(1);
        out.u2(2);
        out.u4(8);
        out.u1(ALOAD_1);
        out.u1(Opcodes.CHECKCAST);
        out.u2(continuation);
        out.u1(Opcodes.INVOKESTATIC);
        out.u2(run);
        out.u1(Opcodes.RETURN);
        out.u2(0);
        out.u2(0);
    }

    /** Copies the code without what is for debuggers: lines would be those of another file. */
    private void copy(int codeName, int code) {
        int end = code + 8 + file.u4(code + 4);
        int attributes = end + 2 + 8 * file.u2(end);
        int frames = file.attribute(attributes, KnownText.FRAMES);
        out.u2(codeName);
        int lengthAt = out.size();
        out.u4(0);
        int copied = out.size() + 8;
        out.copy(file.bytes, code, attributes);
        withoutScopeOfVirtualThreads(code + 8, end, copied);
        out.u2(frames < 0 ? 0 : 1);
        if (frames >= 0) {
            out.copy(file.bytes, frames - 6, frames + file.u4(frames - 4));
        }
        out.setU4(lengthAt, out.size() - lengthAt - 4);
    }

    private void withoutScopeOfVirtualThreads(int start, int end, int copied) {
        for (int at = start; at < end; at = Instructions.after(file.bytes, start, at)) {
            if (file.u1(at) == Opcodes.INVOKEINTERFACE
                    && file.isText(file.called(at), SCOPE_OF_VIRTUAL_THREADS)) {
                int to = copied + at - start;
                // [access] -> [null], in the five bytes of the call
                out.setU2(to, Opcodes.POP << 8 | Opcodes.ACONST_NULL);
                out.setU2(to + 2, Opcodes.NOP);
                out.setU2(to + 3, Opcodes.NOP);
            }
        }
    }

    /** Copied whole: constants refer to them by number. */
    private void bootstrapMethods() {
        int all = file.methods() + 2;
        for (int i = file.u2(all - 2); i > 0; i--) {
            all = file.afterMember(all);
        }
        int bootstraps = file.attribute(all, KnownText.BOOTSTRAPS);
        out.u2(bootstraps < 0 ? 0 : 1);
        if (bootstraps >= 0) {
            out.copy(file.bytes, bootstraps - 6, bootstraps + file.u4(bootstraps - 4));
        }
    }
}
