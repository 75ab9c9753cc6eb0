package dev.morestack.transformer;

/**
 * The methods of the JDK that provably make no call back into a program: final or in final classes,
 * given nothing they could call a method of, and never more than a few small frames deep.
 */
final class LeafCalls {

    /** Those with the same hash follow each other. */
    private static final LeafCall[] BUCKETS = new LeafCall[256];

    static {
        add("java/lang/Object", "<init> getClass");
        add(
                "java/lang/String",
                "length charAt isEmpty hashCode codePointAt indexOf lastIndexOf substring"
                        + " startsWith endsWith concat trim equalsIgnoreCase toCharArray compareTo"
                        + " getChars regionMatches isBlank strip");
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
        add(
                "java/lang/Character",
                "valueOf charValue compare hashCode isDigit isLetter isWhitespace isLetterOrDigit"
                        + " isUpperCase isLowerCase toUpperCase toLowerCase isSurrogate"
                        + " isHighSurrogate isLowSurrogate toCodePoint codePointAt charCount"
                        + " toChars");
        String numbers =
                "valueOf byteValue shortValue intValue longValue floatValue doubleValue compare"
                        + " hashCode toString";
        add("java/lang/Byte", numbers);
        add("java/lang/Short", numbers);
        add("java/lang/Integer", numbers);
        String bits =
                "bitCount numberOfTrailingZeros numberOfLeadingZeros reverse highestOneBit signum"
                        + " compareUnsigned";
        add("java/lang/Integer", bits);
        add("java/lang/Long", numbers);
        add("java/lang/Long", bits);
        add("java/lang/Float", numbers);
        add("java/lang/Float", "floatToIntBits floatToRawIntBits intBitsToFloat isNaN isInfinite");
        add("java/lang/Double", numbers);
        add(
                "java/lang/Double",
                "doubleToLongBits doubleToRawLongBits longBitsToDouble isNaN isInfinite");
        String object = "Ljava/lang/Object;";
        addUntouched("java/lang/System", "arraycopy", "(Ljava/lang/Object;ILjava/lang/Object;II)V");
        addUntouched("java/lang/String", "equals", "(Ljava/lang/Object;)Z");
        addUntouched("java/lang/System", "identityHashCode", "(Ljava/lang/Object;)I");
        addUntouched("java/lang/Class", "isInstance", "(Ljava/lang/Object;)Z");
        String objects = "java/util/Objects";
        addUntouched(objects, "isNull", "(Ljava/lang/Object;)Z");
        addUntouched(objects, "nonNull", "(Ljava/lang/Object;)Z");
        addUntouched(objects, "requireNonNull", "(Ljava/lang/Object;)".concat(object));
        addUntouched(
                objects, "requireNonNull", "(Ljava/lang/Object;Ljava/lang/String;)".concat(object));
        String arrays = "java/util/Arrays";
        addUntouched(arrays, "copyOf", "([Ljava/lang/Object;I)[".concat(object));
        addUntouched(arrays, "copyOfRange", "([Ljava/lang/Object;II)[".concat(object));
        addUntouched(arrays, "fill", "([Ljava/lang/Object;Ljava/lang/Object;)V");
        add(arrays, "copyOf copyOfRange fill");
        String[] exceptions =
                ("lang/Throwable lang/Exception lang/Error lang/RuntimeException"
                                + " lang/ArithmeticException lang/ArrayIndexOutOfBoundsException"
                                + " lang/ClassCastException lang/CloneNotSupportedException"
                                + " lang/IllegalArgumentException lang/IllegalStateException"
                                + " lang/IndexOutOfBoundsException lang/InterruptedException"
                                + " lang/NegativeArraySizeException lang/NullPointerException"
                                + " lang/NumberFormatException"
                                + " lang/StringIndexOutOfBoundsException"
                                + " lang/UnsupportedOperationException io/IOException"
                                + " io/EOFException util/ConcurrentModificationException"
                                + " util/NoSuchElementException")
                        .split(" ");
        for (int i = 0; i < exceptions.length; i++) {
            String owner = "java/".concat(exceptions[i]);
            add(owner, "<init>", "()V", true);
            add(owner, "<init>", "(Ljava/lang/String;)V", true);
        }
        add("java/lang/AssertionError", "<init>", "()V", true);
    }

    private LeafCalls() {}

    private static void add(String owner, String names) {
        String[] split = names.split(" ");
        for (int i = 0; i < split.length; i++) {
            add(owner, split[i], null, false);
        }
    }

    /** Adds a method that takes objects and never calls their methods. */
    private static void addUntouched(String owner, String name, String descriptor) {
        add(owner, name, descriptor, false);
    }

    private static void add(String owner, String name, String descriptor, boolean exception) {
        int bucket = bucket(owner.hashCode(), name.hashCode());
        BUCKETS[bucket] = new LeafCall(owner, name, descriptor, exception, BUCKETS[bucket]);
    }

    private static int bucket(int ownerHash, int nameHash) {
        int hash = 31 * ownerHash + nameHash;
        return (hash ^ hash >>> 8 ^ hash >>> 16) & BUCKETS.length - 1;
    }

    /**
     * Returns the one of them that a constant names; null for any other.
     *
     * @param reference offset behind the tag of the constant, that of a method
     */
    static LeafCall find(RawClass file, int reference) {
        int ownerAt = file.item(file.u2(reference));
        // Most calls are of other packages, and no text is made for these.
        if (!file.startsWith(ownerAt, 'j')) {
            return null;
        }
        int nameAt = file.item(file.u2(reference + 2));
        String owner = file.latin(ownerAt);
        String name = file.latin(nameAt);
        LeafCall call = BUCKETS[bucket(owner.hashCode(), name.hashCode())];
        while (call != null && !call.is(owner, name, file, nameAt + 2)) {
            call = call.next();
        }
        return call;
    }

    /** Returns all of them, by their hash. */
    static LeafCall[] all() {
        return BUCKETS.clone();
    }
}
