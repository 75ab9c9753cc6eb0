package dev.morestack.transformer;

/**
 * Copies a class file with bytes put into the code of some methods: no visitor, no symbol table.
 * The agent starts in interpreted code, where this takes a fifth of the time.
 */
abstract class ClassCopy {

    final RawClass file;
    final ByteSink out;
    final CodePatch code;

    /**
     * Begins a copy.
     *
     * @param more bytes by which it may be larger, more or less
     */
    ClassCopy(RawClass file, int more) {
        this.file = file;
        out = new ByteSink(file.bytes.length + more);
        code = new CodePatch(file, out);
    }

    /** Adds the constants that are needed. */
    abstract void add(Constants constants);

    /** Tells whether the code of a method is to be changed, which has a number and an offset. */
    abstract boolean isDue(int number, int method);

    /**
     * Writes the {@code Code} attribute of such a method.
     *
     * @return false where something of it is not known; what was written is void then
     */
    abstract boolean change(int number, int method, int attribute);

    /** Returns the copy; null where something of the class is not known. */
    final byte[] copy() {
        Constants constants = new Constants(file, out);
        add(constants);
        if (!constants.end()) {
            return null;
        }
        int at = file.methods() + 2;
        int count = file.u2(at - 2);
        out.copy(file.bytes, file.header, at);
        for (int number = 0; number < count; number++) {
            int end = file.afterMember(at);
            if (!isDue(number, at)) {
                out.copy(file.bytes, at, end);
            } else if (!method(number, at, end)) {
                return null;
            }
            at = end;
        }
        out.copy(file.bytes, at, file.bytes.length);
        return out.toByteArray();
    }

    private boolean method(int number, int method, int end) {
        out.copy(file.bytes, method, method + 8);
        int at = method + 8;
        while (at < end) {
            int next = at + 6 + file.u4(at + 2);
            if (file.known(at) != KnownText.CODE) {
                out.copy(file.bytes, at, next);
            } else if (!change(number, method, at)) {
                return false;
            }
            at = next;
        }
        return true;
    }
}
