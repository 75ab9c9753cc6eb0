package dev.morestack.transformer;

import java.util.Arrays;

/** A class file that grows at its end, in big-endian order. */
final class ByteSink {

    private byte[] bytes;
    private int size;

    /**
     * Creates an empty one.
     *
     * @param capacity bytes that it will have, more or less
     */
    ByteSink(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Appends the bytes from one offset up to another. */
    void copy(byte[] from, int start, int end) {
        reserve(end - start);
        System.arraycopy(from, start, bytes, size, end - start);
        size += end - start;
    }

    void u1(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    void u2(int value) {
        reserve(2);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    void u4(int value) {
        u2(value >> 16);
        u2(value);
    }

    /** Appends a {@code CONSTANT_Utf8} of ASCII letters (JVMS 4.4.7). */
    void utf8(String ascii) {
        u1(1);
        u2(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            u1(ascii.charAt(i));
        }
    }

    void setU2(int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }

    void setU4(int at, int value) {
        setU2(at, value >> 16);
        setU2(at + 2, value);
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + bytes.length / 4));
        }
    }
}
