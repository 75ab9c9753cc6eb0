package dev.morestack.transformer;

/**
 * The constants of a class file that is being written, behind those of another or alone (JVMS 4.4).
 */
final class Constants {

    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
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

    /** Begins a class file of this version. */
    Constants(int version, ByteSink out) {
        this.out = out;
        countAt = out.size() + 8;
        count = 1;
        out.u4(0xcafebabe);
        out.u4(version);
        out.u2(0);
    }

    /** Returns the index of a new text. */
    int text(String text) {
        out.utf8(text);
        return count++;
    }

    int type(String internalName) {
        int name = text(internalName);
        return reference(CLASS, name);
    }

    int method(int owner, int name, int descriptor) {
        return member(METHOD, owner, name, descriptor);
    }

    int interfaceMethod(int owner, int name, int descriptor) {
        return member(INTERFACE_METHOD, owner, name, descriptor);
    }

    private int member(int tag, int owner, int name, int descriptor) {
        out.u1(NAME_AND_TYPE);
        out.u2(name);
        out.u2(descriptor);
        out.u1(tag);
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
