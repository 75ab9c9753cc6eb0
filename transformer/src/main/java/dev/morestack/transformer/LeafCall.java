package dev.morestack.transformer;

/**
 * A method of the JDK that makes no call back, or those of one name.
 *
 * @param owner internal name of the class
 * @param name the method's name
 * @param descriptor its descriptor; null for all that take nothing they could call a method of
 * @param makesException whether it makes an exception, and calls nothing that a subclass has not
 *     overridden
 * @param next another one with the same hash, or null
 */
record LeafCall(
        String owner, String name, String descriptor, boolean makesException, LeafCall next) {

    private static final String STRING = "Ljava/lang/String;";

    /**
     * Tells whether a call is one of these.
     *
     * @param descriptorAt offset of the index of its descriptor
     */
    boolean is(String calledOwner, String calledName, RawClass file, int descriptorAt) {
        return owner.equals(calledOwner)
                && name.equals(calledName)
                && (descriptor == null
                        ? takesNothingToCall(file.latin(descriptorAt))
                        : descriptor.equals(file.latin(descriptorAt)));
    }

    /** Tells whether the parameters are primitives, strings and arrays of primitives alone. */
    private static boolean takesNothingToCall(String descriptor) {
        int end = descriptor.indexOf(')');
        for (int i = descriptor.indexOf('L'); i >= 0 && i < end; i = descriptor.indexOf('L', i)) {
            if (!descriptor.startsWith(STRING, i)) {
                return false;
            }
            i += STRING.length();
        }
        return true;
    }
}
