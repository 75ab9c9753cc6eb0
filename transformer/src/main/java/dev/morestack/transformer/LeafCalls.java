package dev.morestack.transformer;

import java.util.HashSet;
import java.util.Set;

/**
 * The methods of the JDK that provably make no call back into a program: final or in final classes,
 * given nothing they could call a method of, and never more than a few small frames deep.
 */
final class LeafCalls {

    static final Set<String> METHODS = new HashSet<>();

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
    }

    private LeafCalls() {}

    private static void add(String owner, String names) {
        String[] split = names.split(" ");
        for (int i = 0; i < split.length; i++) {
            METHODS.add(owner.concat(".").concat(split[i]));
        }
    }

    static boolean contains(String owner, String name, String descriptor) {
        return owner.startsWith("java/lang/")
                && takesNothingToCall(descriptor)
                && METHODS.contains(owner.concat(".").concat(name));
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
