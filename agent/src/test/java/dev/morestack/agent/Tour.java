package dev.morestack.agent;

import java.util.Locale;

/** What the test app that runs most of the others must have printed. */
final class Tour {

    private Tour() {}

    /** Fails unless the tour of these shapes ended well, with the right results. */
    static void check(Outcome outcome, int depth, String... shapes) {
        outcome.succeeded();
        for (String shape : shapes) {
            outcome.printed(shape.toLowerCase(Locale.ROOT), Expected.fold(depth));
        }
        outcome.printed("caught", "same")
                .printed("finally-not-once", 0)
                .printed("close-not-once", 0)
                .printed("out-of-order", 0)
                .printed("local", "top")
                .printed("same-thread", true)
                .printed("same-thread-afterwards", true)
                .printed("lost", 0)
                .printed("garbage-collected", true)
                .printed("changed", 0)
                .printed("entries", depth + 1)
                .printed("held-at-the-bottom", true, depth)
                .printed("held-afterwards", false, 0)
                .printed("free-afterwards", depth)
                .printed("bottom-interrupted-sleep", "interrupted, flag false")
                .printed("bottom-park", "unparked")
                .printed("half-way-barrier", "passed")
                .printed("half-way-handoff", "taken")
                .printed("half-way-flag", false);
    }
}
