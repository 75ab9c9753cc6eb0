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

    /** Appends a {@code CONSTANT_Utf8} (JVMS 4.4.7). */
    void utf8(String text) {
        u1(1);
        int lengthAt = size;
        u2(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0 && c < 0x80) {
                u1(c);
            } else if (c < 0x800) {
                u1(0xc0 | c >> 6);
                u1(0x80 | c & 0x3f);
            } else {
                u1(0xe0 | c >> 12);
                u1(0x80 | c >> 6 & 0x3f);
                u1(0x80 | c & 0x3f);
            }
        }
        if (size - lengthAt - 2 > 65535) {
            throw new IllegalArgumentException("a text of ".concat(Integer.toString(size)));
        }
        setU2(lengthAt, size - lengthAt - 2);
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
