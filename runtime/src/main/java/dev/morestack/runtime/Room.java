package dev.morestack.runtime;

import jdk.internal.vm.annotation.ForceInline;

/**
 * What is known of the room on the stack that a root runs on, so that a region which has room costs
 * a comparison and no probe.
 *
 * <p>It is what the last measurement saw, less what the account has been charged since, eight times
 * over: real frames may be larger than their charge, above all those that others are inlined into.
 * Returns refund nothing, so a thread that has come up again knows of less room than there is, and
 * measures once more.
 */
final class Room {

    /** Bytes left for frames that no check has counted: code without checks, the JVM's own. */
    static final long MARGIN = 64 * 1024;

    /** The same, and for the frames that a resume thaws at once. */
    static final long AFTER_SPILL = MARGIN + 8 * 1024;

    private static final int FACTOR = 8;

    /** Bytes beyond the margin when the account was last looked at; 0 when nothing is known. */
    private long bytes;

    private int account;

    /** Regions entered that have not been counted yet: a plain field costs next to nothing. */
    private int entered;

    /** Notes what a measurement saw, and the account of the thread behind it. */
    void note(long room, int accountThen) {
        bytes = room - MARGIN;
        account = accountThen;
    }

    void forget() {
        bytes = 0;
    }

    /** Notes that a region is entered. */
    @ForceInline
    void enter() {
        entered++;
    }

    /** Returns how many have been entered since the last call. */
    int takeEntered() {
        int taken = entered;
        entered = 0;
        return taken;
    }

    /** Tells whether so many contiguous bytes are left for certain. */
    @ForceInline
    boolean has(long wanted, int accountNow) {
        int charged = account - accountNow;
        // A larger account than then is one that is held, or belongs to another measurement.
        return charged >= 0 && bytes - (long) FACTOR * charged >= wanted;
    }
}
