package dev.morestack.transformer;

import java.util.HashSet;
import java.util.Set;

/**
 * The methods of the JDK that provably make no call back into a program: final or in final classes,
 * given nothing they could call a method of, and never more than a few small frames deep.
 */
final class LeafCalls {

    static final Set<String> METHODS = new HashSet<>();

    /** Those that take objects and never call their methods, with descriptors. */
    static final Set<String> UNTOUCHED = new HashSet<>();

    /** Exceptions that, made without a cause, call nothing that a subclass has not overridden. */
    static final Set<String> EXCEPTIONS = new HashSet<>();

    static {
        add("java/lang/Object", "<init> getClass");
        add(
                "java/lang/String",
                "length charAt isEmpty hashCode codePointAt indexOf lastIndexOf substring"
                        + " startsWith endsWith concat trim equalsIgnoreCase toCharArray compareTo");
        add("java/lang/Enum", "<init> ordinal name");
        add("java/lang/StringBuilder", "<init> append length charAt setLength toString");
        add("java/lang/System", "nanoTime currentTimeMillis");
        add("java/lang/Thread", "currentThread");
        add("java/lang/Class", "desiredAssertionStatus");
        String arithmetic =
                "abs min max floorMod floorDiv addExact subtractExact multiplyExact negateExact"
                        + " toIntExact sqrt pow sin cos tan exp log log10 floor ceil rint round";
        add("java/lang/Math", arithmetic);
        add("java/lang/StrictMath", arithmetic);
        add("java/lang/Boolean", "valueOf booleanValue compare hashCode");
        add("java/lang/Character", "valueOf charValue compare hashCode");
        String numbers =
                "valueOf byteValue shortValue intValue longValue floatValue doubleValue compare"
                        + " hashCode";
        add("java/lang/Byte", numbers);
        add("java/lang/Short", numbers);
        add("java/lang/Character", "isDigit isLetter isWhitespace isLetterOrDigit isUpperCase");
        add("java/lang/Integer", numbers);
        add("java/lang/Integer", "bitCount numberOfTrailingZeros numberOfLeadingZeros reverse");
        add("java/lang/Long", numbers);
        add("java/lang/Long", "bitCount numberOfTrailingZeros numberOfLeadingZeros reverse");
        add("java/lang/Float", numbers);
        add("java/lang/Float", "floatToIntBits floatToRawIntBits intBitsToFloat isNaN");
        add("java/lang/Double", numbers);
        add("java/lang/Double", "doubleToLongBits doubleToRawLongBits longBitsToDouble isNaN");
        String object = "Ljava/lang/Object;";
        UNTOUCHED.add("java/lang/System.arraycopy(Ljava/lang/Object;ILjava/lang/Object;II)V");
        UNTOUCHED.add("java/lang/System.identityHashCode(Ljava/lang/Object;)I");
        UNTOUCHED.add("java/lang/Class.isInstance(Ljava/lang/Object;)Z");
        UNTOUCHED.add("java/util/Objects.isNull(Ljava/lang/Object;)Z");
        UNTOUCHED.add("java/util/Objects.nonNull(Ljava/lang/Object;)Z");
        UNTOUCHED.add("java/util/Objects.requireNonNull(Ljava/lang/Object;)".concat(object));
        UNTOUCHED.add(
                "java/util/Objects.requireNonNull(Ljava/lang/Object;Ljava/lang/String;)"
                        .concat(object));
        UNTOUCHED.add("java/util/Arrays.copyOf([Ljava/lang/Object;I)[Ljava/lang/Object;");
        UNTOUCHED.add("java/util/Arrays.copyOfRange([Ljava/lang/Object;II)[Ljava/lang/Object;");
        UNTOUCHED.add("java/util/Arrays.fill([Ljava/lang/Object;Ljava/lang/Object;)V");
        add("java/util/Arrays", "copyOf copyOfRange fill");
        String[] exceptions =
                ("Throwable Exception Error RuntimeException ArithmeticException"
                                + " ArrayIndexOutOfBoundsException ClassCastException"
                                + " CloneNotSupportedException IllegalArgumentException"
                                + " IllegalStateException IndexOutOfBoundsException"
                                + " NegativeArraySizeException NullPointerException"
                                + " NumberFormatException StringIndexOutOfBoundsException"
                                + " UnsupportedOperationException")
                        .split(" ");
        for (int i = 0; i < exceptions.length; i++) {
            EXCEPTIONS.add("java/lang/".concat(exceptions[i]));
        }
    }

    private LeafCalls() {}

    private static void add(String owner, String names) {
        String[] split = names.split(" ");
        for (int i = 0; i < split.length; i++) {
            METHODS.add(owner.concat(".").concat(split[i]));
        }
    }

    static boolean contains(String owner, String name, String descriptor) {
        if (!owner.startsWith("java/lang/") && !owner.startsWith("java/util/")) {
            return false;
        }
        String method = owner.concat(".").concat(name);
        return takesNothingToCall(descriptor)
                ? METHODS.contains(method)
                : UNTOUCHED.contains(method.concat(descriptor));
    }

    /**
     * Tells whether this constructs an exception without calling back. Not in the constructor of a
     * subclass, which may have methods of its own that are called from there.
     */
    static boolean makesException(String owner, String name, String descriptor) {
        return name.equals("<init>")
                && EXCEPTIONS.contains(owner)
                && (descriptor.equals("()V") || descriptor.equals("(Ljava/lang/String;)V"));
    }

    /** Tells whether a class may have methods in the list, by the index of its name. */
    static boolean maySpeakOf(RawClass file, int nameIndex) {
        return file.textStartsWith(nameIndex, "java/lang/")
                || file.textStartsWith(nameIndex, "java/util/Arrays")
                || file.textStartsWith(nameIndex, "java/util/Objects");
    }

    /** Tells whether the parameters are primitives, strings and arrays of primitives alone. */
    private static boolean takesNothingToCall(String descriptor) {
        String string = "Ljava/lang/String;";
        for (int i = 1; descriptor.charAt(i) != ')'; i++) {
            if (descriptor.charAt(i) == 'L') {
                if (!descriptor.startsWith(string, i)) {
                    return false;
                }
                i += string.length() - 1;
            }
        }
        return true;
    }
}
