package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/**
 * What must be known of a method before its first instruction is written.
 *
 * @param file the class file
 * @param member offset of the method in it
 * @param elision why it needs no check; null when it needs one
 * @param charge upper bound of its frame in bytes
 * @param maxLocals slots of its locals
 * @param before number of instructions before its check
 * @param codeLength bytes of its code
 * @param firstLine line number of its first instruction; 0 when unknown or of no use
 */
record ScannedMethod(
        RawClass file,
        int member,
        Elision elision,
        int charge,
        int maxLocals,
        int before,
        int codeLength,
        int firstLine) {

    /** Bytes an interpreted frame needs beside its locals and operands. */
    private static final int FRAME_OVERHEAD = 112;

    private static final int SLOT = 8;

    /**
     * Most bytes of a frame that goes unchecked. A leaf call adds a few frames of the JDK; all of
     * it must fit the part of the physical stack that no window takes.
     */
    private static final int MOST_UNCHECKED = 1024;

    /** Bytes by which the prologues grow a method, with every instruction at its longest. */
    private static final int PROLOGUES = 32;

    static int charge(int maxStack, int maxLocals) {
        return SLOT * (maxLocals + Math.max(1, maxStack)) + FRAME_OVERHEAD;
    }

    static boolean mayGoUnchecked(int charge) {
        return charge <= MOST_UNCHECKED;
    }

    /** Returns the same when it is known for certain why it needs no check, or that it does. */
    ScannedMethod settled(Elision settled) {
        if (settled == elision) {
            return this;
        }
        int code = file.attribute(member + 6, KnownText.CODE);
        int instructions = settled == null ? ClassScan.before(file, code, charge) : 0;
        return new ScannedMethod(
                file, member, settled, charge, maxLocals, instructions, codeLength, firstLine);
    }

    /** Tells whether a method is neither static nor a constructor. */
    static boolean isInstanceMethod(RawClass file, int member) {
        return (file.u2(member) & Opcodes.ACC_STATIC) == 0 && !file.startsWith(member + 2, '<');
    }

    int access() {
        return file.u2(member);
    }

    String name() {
        return file.text(member + 2);
    }

    String descriptor() {
        return file.text(member + 4);
    }

    boolean hasCode() {
        return elision != Elision.NO_CODE;
    }

    boolean needsCheck() {
        return elision == null;
    }

    /** Tells whether the method has no check, and all that it calls is known. */
    boolean isBounded() {
        return hasCode() && !needsCheck() && elision != Elision.CHECKED_CALLS;
    }

    /** Tells whether the method has room for the prologues: its code must stay below 65536. */
    boolean hasRoom() {
        return codeLength + PROLOGUES < 65536;
    }

    /** The same with the prologue of an entry, which has some instructions for each argument. */
    boolean hasRoomForEntry() {
        return codeLength + PROLOGUES + 64 + 16 * descriptor().length() < 65536;
    }

    /** Tells whether this may be what a thread runs. */
    boolean isRun() {
        return file.known(member + 2) == KnownText.RUN
                && file.known(member + 4) == KnownText.NOTHING;
    }

    /** Tells whether this is what the JVM runs when the class is initialised. */
    boolean isInitialiser() {
        return file.known(member + 2) == KnownText.INITIALISER
                && file.known(member + 4) == KnownText.NOTHING;
    }

    boolean is(String otherName, String otherDescriptor) {
        return file.isText(member + 2, otherName) && file.isText(member + 4, otherDescriptor);
    }
}
