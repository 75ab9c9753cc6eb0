package dev.morestack.transformer;

/** Instructions to be put into a method. */
final class Bytecode {

    private Bytecode() {}

    /** Returns the lowest byte of each. */
    static byte[] of(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
