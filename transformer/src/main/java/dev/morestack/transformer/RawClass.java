package dev.morestack.transformer;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * A class file as it is, and where each of its constants lies (JVMS 4.1, 4.4).
 *
 * <p>ASM's reader would do, but it comes with the rest of ASM, most of which is verified by the old
 * verifier: loading it takes longer than all that a start has to weave.
 */
final class RawClass {

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    /** Bytes of each kind of constant, tag included, by tag; 0 where it varies or is unknown. */
    private static final byte[] SIZES = {
        0, 0, 0, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, 0, 0, 4, 3, 5, 5, 3, 3,
    };

    /** The class file. */
    final byte[] bytes;

    /** Offset of the access flags, behind the constants. */
    final int header;

    /** Offset behind the tag of each constant; 0 for what is none. */
    private final int[] items;

    /** Which of the known texts each constant is. */
    private final byte[] known;

    private boolean namesScope;

    /**
     * Finds the constants.
     *
     * @throws RuntimeException when they are out of shape
     */
    RawClass(byte[] classFile) {
        bytes = classFile;
        items = new int[u2(8)];
        known = new byte[items.length];
        int at = 10;
        for (int i = 1; i < items.length; i++) {
            int tag = classFile[at];
            items[i] = at + 1;
            int size = tag == UTF8 ? 3 + noteText(i, at) : SIZES[tag];
            if (size == 0) {
                throw new IllegalArgumentException("a constant of an unknown kind");
            }
            at += size;
            if (tag == LONG || tag == DOUBLE) {
                // They take two places (JVMS 4.4.5).
                i++;
            }
        }
        header = at;
    }

    /** Notes a text, and returns its bytes. */
    private int noteText(int index, int at) {
        int length = u2(at + 1);
        int text = KnownText.of(bytes, at + 3, length);
        if (text != KnownText.NONE) {
            known[index] = (byte) text;
            namesScope |= text == KnownText.SCOPE;
        }
        return length;
    }

    int u1(int at) {
        return bytes[at] & 0xff;
    }

    int u2(int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    int u4(int at) {
        return u2(at) << 16 | u2(at + 2);
    }

    int version() {
        return u2(6);
    }

    int constants() {
        return items.length;
    }

    /** Returns the offset behind the tag of a constant. */
    int item(int index) {
        return items[index];
    }

    /** Returns the offset of the name of what the call at this offset calls; its type follows. */
    int called(int at) {
        return items[u2(items[u2(at + 1)] + 2)];
    }

    int tag(int index) {
        return bytes[items[index] - 1];
    }

    /** Returns which of the known texts it is whose index is at this offset. */
    int known(int at) {
        return known[u2(at)];
    }

    /** Tells whether an annotation that gives a method a scope may be in the class. */
    boolean namesScope() {
        return namesScope;
    }

    /** Tells whether the index at this offset is that of a text of ASCII letters. */
    boolean isText(int at, String ascii) {
        int text = items[u2(at)];
        return u2(text) == ascii.length() && KnownText.isAt(bytes, text + 2, ascii);
    }

    /** Tells whether the text whose index is at this offset begins with this letter of ASCII. */
    boolean startsWith(int at, char letter) {
        int text = items[u2(at)];
        return u2(text) > 0 && bytes[text + 2] == letter;
    }

    /** Returns the text whose index is at this offset. */
    String text(int at) {
        int text = items[u2(at)];
        int length = u2(text);
        for (int i = text + 2; i < text + 2 + length; i++) {
            if (bytes[i] < 0) {
                return longText(text, length);
            }
        }
        return latin(at);
    }

    /**
     * Returns the text whose index is at this offset; if its letters are not all of ASCII, another
     * one that is not of ASCII either. Of the ways to make a string of bytes, this is the one that
     * the JVM compiles fastest.
     */
    @SuppressWarnings("deprecation")
    String latin(int at) {
        int text = items[u2(at)];
        return new String(bytes, 0, text + 2, u2(text));
    }

    /** Not all letters take one byte: the encoding is a variant of UTF-8 (JVMS 4.4.7). */
    private String longText(int text, int length) {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes, text, length + 2);
        try {
            return new DataInputStream(in).readUTF();
        } catch (IOException e) {
            throw new IllegalArgumentException("a text that is none", e);
        }
    }

    /** Returns the name of the class constant whose index is at this offset, null for none. */
    String className(int at) {
        int index = u2(at);
        return index == 0 ? null : text(items[index]);
    }

    /** Returns the offset behind a field or a method. */
    int afterMember(int member) {
        return afterAttributes(member + 6);
    }

    int afterAttributes(int attributes) {
        int at = attributes + 2;
        for (int i = u2(attributes); i > 0; i--) {
            at += 6 + u4(at + 2);
        }
        return at;
    }

    /** Returns the offset of the number of methods. */
    int methods() {
        int interfaces = header + 6;
        int fields = interfaces + 2 + 2 * u2(interfaces);
        int at = fields + 2;
        for (int i = u2(fields); i > 0; i--) {
            at = afterMember(at);
        }
        return at;
    }

    /** Returns the offset of the method; -1 when there is none such. */
    int method(String name, String descriptor) {
        int at = methods() + 2;
        for (int i = u2(at - 2); i > 0; i--) {
            if (isText(at + 2, name) && isText(at + 4, descriptor)) {
                return at;
            }
            at = afterMember(at);
        }
        return -1;
    }

    /** Returns the offset of the contents of the attribute with this known name; -1 for none. */
    int attribute(int attributes, int name) {
        int at = attributes + 2;
        for (int i = u2(attributes); i > 0; i--) {
            if (known(at) == name) {
                return at + 6;
            }
            at += 6 + u4(at + 2);
        }
        return -1;
    }
}
