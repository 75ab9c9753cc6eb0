package dev.morestack.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.Function;
import jdk.internal.access.SharedSecrets;
import jdk.internal.loader.BootLoader;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.Continuation;

/**
 * Makes objects that call a method of the program as that method's own class could, without a frame
 * that shows: hidden classes, nestmates of the class.
 */
final class Callers {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    /** {@code NESTMATE_CLASS} and {@code HIDDEN_CLASS} of {@code MethodHandleNatives.Constants}. */
    private static final int HIDDEN_NESTMATE = 0x1 | 0x2;

    private static CallerWriter writer;

    private Callers() {}

    static void writeBy(CallerWriter callerWriter) {
        writer = callerWriter;
    }

    /** Returns an object that calls {@code main}. */
    static Runnable ofMain(Class<?> mainClass, boolean isStatic, boolean takesArguments)
            throws InstantiationException {
        String name = nameFor(mainClass);
        byte[] bytes = writer.ofMain(name, mainClass, isStatic, takesArguments);
        return (Runnable) make(mainClass, name, bytes);
    }

    /** Returns an object that calls the method with the elements of an array. */
    @SuppressWarnings("unchecked")
    static Function<Object, Object> ofMethod(
            Class<?> owner, boolean isStatic, String method, String descriptor)
            throws InstantiationException {
        String name = nameFor(owner);
        byte[] bytes = writer.ofMethod(name, owner, isStatic, method, descriptor);
        return (Function<Object, Object>) make(owner, name, bytes);
    }

    /** Returns an object that runs a continuation without a frame that shows. */
    @SuppressWarnings("unchecked")
    static Consumer<Continuation> ofContinuation() throws IOException, InstantiationException {
        String type = "jdk/internal/vm/Continuation";
        byte[] original;
        try (InputStream in = BootLoader.findResourceAsStream("java.base", type.concat(".class"))) {
            original = in.readAllBytes();
        }
        String name = nameFor(Continuation.class);
        byte[] bytes = writer.ofContinuation(name, original);
        return (Consumer<Continuation>) make(Continuation.class, name, bytes);
    }

    private static String nameFor(Class<?> nestmate) {
        return nestmate.getName().replace('.', '/').concat("$$Morestack");
    }

    private static Object make(Class<?> nestmate, String name, byte[] bytes)
            throws InstantiationException {
        Class<?> caller =
                SharedSecrets.getJavaLangAccess()
                        .defineClass(
                                nestmate.getClassLoader(),
                                nestmate,
                                name,
                                bytes,
                                nestmate.getProtectionDomain(),
                                false,
                                HIDDEN_NESTMATE,
                                null);
        return UNSAFE.allocateInstance(caller);
    }
}
