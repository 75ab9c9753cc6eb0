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

    /** Returns whether all frames are of known types. */
    boolean write(int table) {
        at = table;
        int count = u2();
        out.u2(count);
        int offset = -1;
        boolean moved = false;
        for (int i = 0; i < count; i++) {
            int type = u1();
            int delta = delta(type);
            if (delta < 0) {
                return false;
            }
            offset += delta + 1;
            // A frame at the place is that of a jump to the check; but jumps to the first
            // instruction go behind it.
            boolean moves = !moved && (offset > place || place == 0);
            moved |= moves;
            if (!frame(type, moves ? delta + growth : delta)) {
                return false;
            }
        }
        return true;
    }

    private int delta(int type) {
        if (type < FIRST_RESERVED) {
            return type % SAME_LOCALS_1;
        }
        return type < SAME_LOCALS_1_EXTENDED ? -1 : u2();
    }

    private boolean frame(int type, int delta) {
        if (type < SAME_LOCALS_1) {
            compact(0, SAME_EXTENDED, delta);
            return true;
        }
        if (type < FIRST_RESERVED) {
            compact(SAME_LOCALS_1, SAME_LOCALS_1_EXTENDED, delta);
            return types(1);
        }
        out.u1(type);
        out.u2(delta);
        if (type == FULL) {
            boolean localsKnown = countedTypes();
            boolean stackKnown = localsKnown && countedTypes();
            return stackKnown;
        }
        return types(type == SAME_LOCALS_1_EXTENDED ? 1 : Math.max(0, type - SAME_EXTENDED));
    }

    private void compact(int first, int extended, int delta) {
        if (delta < SAME_LOCALS_1) {
            out.u1(first + delta);
        } else {
            out.u1(extended);
            out.u2(delta);
        }
    }

    private boolean countedTypes() {
        int count = u2();
        out.u2(count);
        return types(count);
    }

    private boolean types(int count) {
        for (int i = 0; i < count; i++) {
            int tag = u1();
            out.u1(tag);
            if (tag == OBJECT) {
                out.u2(u2());
            } else if (tag == UNINITIALIZED) {
                int offset = u2();
                out.u2(offset >= place ? offset + growth : offset);
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
