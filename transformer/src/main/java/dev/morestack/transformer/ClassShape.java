package dev.morestack.transformer;

/**
 * Checks that the parts of a class file lie within each other and the last one ends where the file
 * does (JVMS 4.8). Agents are shown class files before the JVM has looked at them: a length that is
 * wrong would have a reader go round in circles or ask for gigabytes.
 */
final class ClassShape {

    /** Bytes of an attribute before its contents: the index of its name, and its length. */
    static final int HEADER = 6;

    private final RawClass file;

    private ClassShape(RawClass file) {
        this.file = file;
    }

    /**
     * Checks the class file.
     *
     * @throws RuntimeException when it is out of shape
     */
    static void check(RawClass file) {
        new ClassShape(file).check();
    }

    private void check() {
        int interfaces = file.header + 6;
        int at = interfaces + 2 + 2 * u2(interfaces);
        at = afterMembers(at);
        at = afterMembers(at);
        require(afterAttributes(at, file.bytes.length) == file.bytes.length);
    }

    private int afterMembers(int members) {
        int at = members + 2;
        for (int i = u2(members); i > 0; i--) {
            at = afterAttributes(at + 6, file.bytes.length);
        }
        return at;
    }

    /**
     * Returns the offset behind the attributes.
     *
     * @param end where what they belong to ends
     */
    private int afterAttributes(int attributes, int end) {
        int at = attributes + 2;
        for (int i = u2(attributes); i > 0; i--) {
            int name = at;
            int length = file.u4(at + 2);
            at += HEADER;
            require(length >= 0 && length <= end - at);
            int known = file.known(name);
            if (known == KnownText.CODE) {
                checkCode(at, at + length);
            } else if (known == KnownText.RECORD) {
                checkRecord(at, at + length);
            }
            at += length;
        }
        require(at <= end);
        return at;
    }

    private void checkCode(int code, int end) {
        int length = file.u4(code + 4);
        require(length > 0 && length < 65536 && length <= end - code - 8);
        int handlers = code + 8 + length;
        require(afterAttributes(handlers + 2 + 8 * u2(handlers), end) == end);
    }

    private void checkRecord(int components, int end) {
        int at = components + 2;
        for (int i = u2(components); i > 0; i--) {
            at = afterAttributes(at + 4, end);
        }
        require(at == end);
    }

    private static void require(boolean inShape) {
        if (!inShape) {
            throw new IllegalArgumentException("a part of the class file has a wrong length");
        }
    }

    private int u2(int at) {
        return file.u2(at);
    }
}
