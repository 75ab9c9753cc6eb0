package dev.morestack.transformer;

/**
 * Copies a {@code StackMapTable} attribute (JVMS 4.7.4) of a method in whose code bytes are put.
 * Each frame tells how far it is from the one before, so only the first behind the place changes.
 */
final class FramesPatch {

    private static final int SAME_LOCALS_1 = 64;
    private static final int FIRST_RESERVED = 128;
    private static final int SAME_LOCALS_1_EXTENDED = 247;
    private static final int SAME_EXTENDED = 251;
    private static final int FULL = 255;

    /** Tags of verification types that two more bytes follow. */
    private static final int OBJECT = 7;

    private static final int UNINITIALIZED = 8;

    private final byte[] bytes;
    private final ByteSink out;
    private final int place;
    private final int growth;
    private int at;

    /** Offset up to which everything has been written. */
    private int copied;

    /**
     * Creates the copier.
     *
     * @param place offset in the code at which bytes are put in
     * @param growth number of these bytes
     */
    FramesPatch(byte[] classFile, ByteSink out, int place, int growth) {
        this.bytes = classFile;
        this.out = out;
        this.place = place;
        this.growth = growth;
    }

    /** Returns whether all frames are of known types, and end where the attribute does. */
    boolean write(int table, int end) {
        at = table;
        copied = table;
        int offset = -1;
        boolean moved = false;
        for (int i = u2(); i > 0; i--) {
            int frame = at;
            int type = u1();
            int delta = delta(type);
            if (delta < 0) {
                return false;
            }
            offset += delta + 1;
            // A frame at the place is that of a jump to the check; but jumps to the first
            // instruction go behind it.
            if (!moved && (offset > place || place == 0)) {
                moved = true;
                copyUpTo(frame);
                begin(type, delta + growth);
                copied = at;
            }
            if (!rest(type)) {
                return false;
            }
        }
        copyUpTo(at);
        return at == end;
    }

    private void copyUpTo(int offset) {
        out.copy(bytes, copied, offset);
        copied = offset;
    }

    private int delta(int type) {
        if (type < FIRST_RESERVED) {
            return type % SAME_LOCALS_1;
        }
        return type < SAME_LOCALS_1_EXTENDED ? -1 : u2();
    }

    /** Writes the beginning of a frame, with another distance. */
    private void begin(int type, int delta) {
        if (type < SAME_LOCALS_1) {
            begin(0, SAME_EXTENDED, delta);
        } else if (type < FIRST_RESERVED) {
            begin(SAME_LOCALS_1, SAME_LOCALS_1_EXTENDED, delta);
        } else {
            out.u1(type);
            out.u2(delta);
        }
    }

    private void begin(int first, int extended, int delta) {
        if (delta < SAME_LOCALS_1) {
            out.u1(first + delta);
        } else {
            out.u1(extended);
            out.u2(delta);
        }
    }

    /** Passes the types of a frame: those of its locals, or of its operands, or of both. */
    private boolean rest(int type) {
        for (int lists = type == FULL ? 2 : 1; lists > 0; lists--) {
            if (!types(type == FULL ? u2() : count(type))) {
                return false;
            }
        }
        return true;
    }

    /** Returns how many types follow; fewer than one where a frame has fewer locals. */
    private static int count(int type) {
        if (type < SAME_LOCALS_1) {
            return 0;
        }
        return type <= SAME_LOCALS_1_EXTENDED ? 1 : type - SAME_EXTENDED;
    }

    private boolean types(int count) {
        for (int i = 0; i < count; i++) {
            int tag = u1();
            if (tag == OBJECT) {
                at += 2;
            } else if (tag == UNINITIALIZED) {
                copyUpTo(at);
                int offset = u2();
                out.u2(offset >= place ? offset + growth : offset);
                copied = at;
            } else if (tag > UNINITIALIZED) {
                return false;
            }
        }
        return true;
    }

    private int u1() {
        return bytes[at++] & 0xff;
    }

    private int u2() {
        return u1() << 8 | u1();
    }
}
