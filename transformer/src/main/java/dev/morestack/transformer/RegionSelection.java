package dev.morestack.transformer;

/** Which methods need a region, and of how many contiguous bytes. */
public interface RegionSelection {

    /**
     * Returns the bytes that a rule gives to a method; 0 when none does.
     *
     * @param className binary name of the class that declares it
     * @param method its name
     */
    long ruled(String className, String method);

    /** Tells whether a rule may name a method of the class. */
    boolean mayRule(String className);

    /**
     * Returns the bytes that a call of the method needs, because the method itself cannot be
     * changed; 0 when it can, or needs none.
     *
     * @param className binary name of the class that the call names
     */
    long calling(String className, String method);

    /** Tells whether there is any method of which the calls are to be changed. */
    boolean hasCalls();

    /**
     * Returns the bytes that an annotation asks for; 0 when that is no size, which is reported.
     *
     * @param size the annotation's value
     */
    long annotated(String className, String method, String size);

    /**
     * Returns the policy that an annotation asks for; null when there is none of that name, which
     * is reported.
     */
    String policy(String className, String method, String name);

    /** Says that a class which may have regions has none, since it could not be changed. */
    void failed(String className, RuntimeException why);

    /** Notes a native method that cannot be wrapped, since its class is loaded already. */
    void cannotWrap(String className, String method, long bytes);
}
