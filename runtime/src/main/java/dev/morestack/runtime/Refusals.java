package dev.morestack.runtime;

import jdk.internal.vm.Continuation.Pinned;

/** Counts refused spills by reason. */
final class Refusals {

    private Refusals() {}

    /** Counts a spill of a platform thread, refused with so many physical bytes in use. */
    static void count(Pinned reason, long used) {
        // A chain of ifs: a switch on an enum would load a class of its own at the first refusal.
        // Names, not constants: JDK 26 has no MONITOR any more.
        String name = reason == null ? "" : reason.name();
        if (name.equals("NATIVE")) {
            count(Counters.PINNED_NATIVE, used);
        } else if (name.equals("MONITOR")) {
            count(Counters.PINNED_MONITOR, used);
        } else if (name.equals("CRITICAL_SECTION")) {
            count(Counters.PINNED_CRITICAL, used);
        } else {
            count(Counters.PINNED_FREEZE, used);
        }
    }

    static void countVirtual(long used) {
        count(Counters.PINNED_VIRTUAL, used);
    }

    private static void count(Counters reason, long used) {
        reason.add(1);
        SpillObserver observer = Profile.observer();
        if (observer != null) {
            observer.pinned(reason.label(), used);
        }
    }
}
