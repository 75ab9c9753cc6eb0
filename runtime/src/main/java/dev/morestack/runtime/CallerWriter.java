package dev.morestack.runtime;

/** Writes classes that call a method: the runtime has no class file writer. */
public interface CallerWriter {

    /**
     * Returns a class that implements {@code Runnable} by calling {@code main}, with {@code
     * Morestack.mainArguments()} where it takes them.
     *
     * @param name internal name of the class to write
     * @param mainClass the class whose {@code main} to call
     * @param isStatic whether {@code main} is static; else it is called on a new object
     * @param takesArguments whether {@code main} has the array of arguments for a parameter
     */
    byte[] ofMain(String name, Class<?> mainClass, boolean isStatic, boolean takesArguments);

    /**
     * Returns a class that implements {@code Function} by calling a method with the elements of an
     * array.
     *
     * @param name internal name of the class to write
     * @param owner the class that declares the method
     * @param isStatic whether the method is static; else the first element is its receiver
     * @param method the method's name
     * @param descriptor the method's descriptor
     */
    byte[] ofMethod(
            String name, Class<?> owner, boolean isStatic, String method, String descriptor);

    /**
     * Returns a class that implements {@code Consumer} by doing with a continuation what its {@code
     * run} does.
     *
     * @param name internal name of the class to write
     * @param continuation the class file of {@code jdk.internal.vm.Continuation}
     */
    byte[] ofContinuation(String name, byte[] continuation);
}
