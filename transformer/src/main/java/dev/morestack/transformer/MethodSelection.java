package dev.morestack.transformer;

/** A choice of methods by name. */
public interface MethodSelection {

    /** No method. */
    MethodSelection NONE =
            new MethodSelection() {
                @Override
                public boolean contains(String className, String method) {
                    return false;
                }
            };

    /**
     * Tells whether the method is chosen.
     *
     * @param className binary name of its class
     * @param method its name
     */
    boolean contains(String className, String method);
}
