package dev.morestack.apps.recursion;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Recursion through the JDK's ways of calling what is only known at run time. */
final class Indirection {

    private static final MethodHandle HANDLE;
    private static final Method METHOD;

    static {
        try {
            HANDLE =
                    MethodHandles.lookup()
                            .findStatic(
                                    Indirection.class,
                                    "byHandle",
                                    MethodType.methodType(long.class, int.class));
            METHOD = Indirection.class.getDeclaredMethod("byMethod", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Indirection() {}

    static long byMethod(int n) {
        try {
            return n == 0 ? Fold.SEED : Fold.step((Long) METHOD.invoke(null, n - 1), n);
        } catch (InvocationTargetException e) {
            // Not wrapped: a cause for each frame would take for ever to print.
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static long byHandle(int n) {
        try {
            return n == 0 ? Fold.SEED : Fold.step((long) HANDLE.invokeExact(n - 1), n);
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static long byProxy(int n) {
        Descent[] self = new Descent[1];
        self[0] =
                (Descent)
                        Proxy.newProxyInstance(
                                Descent.class.getClassLoader(),
                                new Class<?>[] {Descent.class},
                                (proxy, method, args) -> {
                                    int m = (Integer) args[0];
                                    return m == 0
                                            ? Fold.SEED
                                            : Fold.step(self[0].descend(m - 1), m);
                                });
        return self[0].descend(n);
    }

    /** What the proxy implements. */
    private interface Descent {
        long descend(int n);
    }
}
