package dev.morestack.runtime;

import jdk.internal.vm.Continuation.Pinned;

/** Counts refused spills by reason. */
final class Refusals {

    private Refusals() {}

    static void count(Pinned reason) {
        // A chain of ifs: a switch on an enum would load a class of its own at the first refusal.
        // Names, not constants: JDK 26 has no MONITOR any more.
        String name = reason == null ? "" : reason.name();
        if (name.equals("NATIVE")) {
            Counters.PINNED_NATIVE.add(1);
        } else if (name.equals("MONITOR")) {
            Counters.PINNED_MONITOR.add(1);
        } else if (name.equals("CRITICAL_SECTION")) {
            Counters.PINNED_CRITICAL.add(1);
        } else {
            Counters.PINNED_FREEZE.add(1);
        }
    }
}
