package dev.morestack.transformer;

/** Copies the constants of a class file and puts more behind them (JVMS 4.4). */
final class Constants {

    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;

    private final ByteSink out;
    private final int countAt;
    private int count;

    /** Begins a class file like the one given. */
    Constants(RawClass file, ByteSink out) {
        this.out = out;
        countAt = out.size() + 8;
        count = file.constants();
        out.copy(file.bytes, 0, file.header);
    }

    /** Returns the index of a new text of ASCII letters or what a class file can have for a name. */
    int text(String text) {
        out.utf8(text);
        return count++;
    }

    int type(String internalName) {
        int name = text(internalName);
        return reference(CLASS, name);
    }

    int string(String text) {
        int value = text(text);
        return reference(STRING, value);
    }

    int method(int owner, int name, int descriptor) {
        out.u1(NAME_AND_TYPE);
        out.u2(name);
        out.u2(descriptor);
        out.u1(METHOD);
        out.u2(owner);
        out.u2(count++);
        return count++;
    }

    /** Returns the index of a static method of the class that woven code calls. */
    int call(String name, String descriptor) {
        int owner = type(Names.MORESTACK);
        int nameText = text(name);
        return method(owner, nameText, text(descriptor));
    }

    private int reference(int tag, int index) {
        out.u1(tag);
        out.u2(index);
        return count++;
    }

    /** Returns whether there are no more of them than a class file can have. */
    boolean end() {
        out.setU2(countAt, count);
        return count <= 65535;
    }
}
