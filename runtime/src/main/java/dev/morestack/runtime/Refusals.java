package dev.morestack.runtime;

import jdk.internal.vm.Continuation.Pinned;

/** Tells refused spills apart by reason. */
final class Refusals {

    private Refusals() {}

    static Counters reason(Pinned reason) {
        // A chain of ifs: a switch on an enum would load a class of its own at the first refusal.
        // Names, not constants: JDK 26 has no MONITOR any more.
        String name = reason == null ? "" : reason.name();
        if (name.equals("NATIVE")) {
            return Counters.PINNED_NATIVE;
        }
        if (name.equals("MONITOR")) {
            return Counters.PINNED_MONITOR;
        }
        if (name.equals("CRITICAL_SECTION")) {
            return Counters.PINNED_CRITICAL;
        }
        return Counters.PINNED_FREEZE;
    }
}
