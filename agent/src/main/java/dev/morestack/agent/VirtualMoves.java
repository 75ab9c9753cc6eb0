package dev.morestack.agent;

import dev.morestack.transformer.VirtualThreadSubmits;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.function.BooleanSupplier;

/** Prepares the JVM for moves of virtual threads, when the first one is due. */
final class VirtualMoves implements BooleanSupplier {

    private final WeavingTransformer transformer;
    private final Instrumentation instrumentation;

    VirtualMoves(WeavingTransformer transformer, Instrumentation instrumentation) {
        this.transformer = transformer;
        this.instrumentation = instrumentation;
    }

    @Override
    public boolean getAsBoolean() {
        transformer.letVirtualThreadsMove();
        try {
            String name = VirtualThreadSubmits.CLASS.replace('/', '.');
            instrumentation.retransformClasses(Class.forName(name, false, null));
        } catch (ReflectiveOperationException | UnmodifiableClassException | LinkageError e) {
            return false;
        }
        return transformer.isHooked(VirtualThreadSubmits.CLASS);
    }
}
