package dev.morestack.runtime;

import java.lang.invoke.MethodHandle;
import jdk.internal.access.JavaLangAccess;
import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.annotation.Hidden;

/**
 * Makes the calls of static initialisers inside roots of their own, above the native frame through
 * which the VM has called the initialiser.
 */
public final class Initialisers {

    /**
     * Usable bytes of stack below which no further root is made: each takes some of the physical
     * stack, and initialisers that wait for each other may be many.
     */
    private static final int LEAST_ROOM = 128 * 1024;

    private static final JavaLangAccess JLA = SharedSecrets.getJavaLangAccess();

    private Initialisers() {}

    /** Calls the method with the elements of the array. */
    @Hidden
    public static Object call(MethodHandle method, Object[] arguments) throws Throwable {
        MethodHandle spread =
                method.asFixedArity()
                        .asType(method.type().generic())
                        .asSpreader(Object[].class, arguments.length);
        if (!isRootDue()) {
            return (Object) spread.invokeExact(arguments);
        }
        Call call = new Call(spread, arguments);
        Roots.enterInner(call);
        return call.result;
    }

    /** A thread whose frames cannot be frozen at all would not gain by a root here. */
    private static boolean isRootDue() {
        if (!Roots.isOpen()) {
            return false;
        }
        Thread thread = Thread.currentThread();
        Thread carrier = JLA.currentCarrierThread();
        Continuation innermost = JLA.getContinuation(carrier);
        boolean isBase = innermost instanceof Root root && root.isEntered();
        if (!isBase && !(thread.isVirtual() && innermost != null)) {
            return false;
        }
        long javaThread = Probe.javaThread(carrier);
        long sp = Probe.stackPointer(javaThread, new long[1]);
        return Window.usable(sp, javaThread) > LEAST_ROOM;
    }

    private static final class Call implements Runnable {

        private final MethodHandle method;
        private final Object[] arguments;
        private Object result;

        Call(MethodHandle method, Object[] arguments) {
            this.method = method;
            this.arguments = arguments;
        }

        @Hidden
        @Override
        public void run() {
            try {
                result = (Object) method.invokeExact(arguments);
            } catch (Throwable e) {
                // Checked or not: the initialiser expects it.
                Unsafe.getUnsafe().throwException(e);
            }
        }
    }
}
