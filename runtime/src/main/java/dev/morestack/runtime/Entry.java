package dev.morestack.runtime;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.function.Function;

/** A method that native code calls. */
final class Entry {

    private final Class<?> owner;
    private final String descriptor;
    private final Method method;
    private Function<Object, Object> caller;

    Entry(Class<?> owner, String name, String descriptor) {
        this.owner = owner;
        this.descriptor = descriptor;
        this.method = find(owner, name, descriptor);
    }

    private static Method find(Class<?> owner, String name, String descriptor) {
        Method[] methods = owner.getDeclaredMethods();
        for (int i = 0; i < methods.length; i++) {
            if (methods[i].getName().equals(name) && descriptorOf(methods[i]).equals(descriptor)) {
                return methods[i];
            }
        }
        // Reflection hides some methods of the JDK; these are never reached.
        return null;
    }

    private static String descriptorOf(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                .toMethodDescriptorString();
    }

    /**
     * Tells whether a call of the method on the receiver reaches this one. If a subclass overrides
     * it and has called it by {@code super}, a call would start the subclass's again.
     */
    boolean isReached(Object receiver) {
        if (method == null) {
            return false;
        }
        if (receiver == null || Modifier.isPrivate(method.getModifiers())) {
            return true;
        }
        for (Class<?> c = receiver.getClass(); c != owner; c = c.getSuperclass()) {
            if (c == null || isDeclaredBy(c)) {
                return false;
            }
        }
        return true;
    }

    private boolean isDeclaredBy(Class<?> c) {
        try {
            return c.getDeclaredMethod(method.getName(), method.getParameterTypes()) != null;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /** Returns what calls the method with the elements of an array. */
    synchronized Function<Object, Object> caller() {
        if (caller == null) {
            try {
                boolean isStatic = Modifier.isStatic(method.getModifiers());
                caller = Callers.ofMethod(owner, isStatic, method.getName(), descriptor);
            } catch (InstantiationException e) {
                throw new IllegalStateException(e);
            }
        }
        return caller;
    }
}
