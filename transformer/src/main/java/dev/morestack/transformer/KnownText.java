package dev.morestack.transformer;

/**
 * The texts of a class file that are looked for. Each constant is compared with them once, when it
 * is read, so that what looks for one compares numbers.
 */
final class KnownText {

    static final int NONE = 0;

    /** Names of attributes. */
    static final int CODE = 1;

    static final int FRAMES = 2;
    static final int LINES = 3;
    static final int VARIABLES = 4;
    static final int VARIABLE_TYPES = 5;
    static final int RECORD = 6;
    static final int BOOTSTRAPS = 7;

    /** An annotation that gives a method a scope. */
    static final int SCOPE = 8;

    /** Names of methods. */
    static final int RUN = 9;

    static final int INITIALISER = 10;

    /** The descriptor of a method that takes and returns nothing. */
    static final int NOTHING = 11;

    private KnownText() {}

    /**
     * Returns which one this is.
     *
     * @param at offset of its first letter
     * @param length bytes of it
     */
    static int of(byte[] bytes, int at, int length) {
        return switch (length) {
            case 3 -> bytes[at] == '(' ? is(bytes, at, "()V", NOTHING) : is(bytes, at, "run", RUN);
            case 4 -> is(bytes, at, "Code", CODE);
            case 6 -> is(bytes, at, "Record", RECORD);
            case 8 -> is(bytes, at, "<clinit>", INITIALISER);
            case 13 -> is(bytes, at, "StackMapTable", FRAMES);
            case 15 -> is(bytes, at, "LineNumberTable", LINES);
            case 16 -> is(bytes, at, "BootstrapMethods", BOOTSTRAPS);
            case 18 -> is(bytes, at, "LocalVariableTable", VARIABLES);
            case 22 -> is(bytes, at, "LocalVariableTypeTable", VARIABLE_TYPES);
            case 24 -> is(bytes, at, RegionScan.ANNOTATION, SCOPE);
            case 26 -> is(bytes, at, RegionScan.FIXED, SCOPE);
            case 29 -> is(bytes, at, RegionScan.GROWABLE, SCOPE);
            default -> NONE;
        };
    }

    private static int is(byte[] bytes, int at, String ascii, int known) {
        return isAt(bytes, at, ascii) ? known : NONE;
    }

    /** Tells whether these letters of ASCII stand there. */
    static boolean isAt(byte[] bytes, int at, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[at + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
