package dev.morestack.agent;

import java.util.Locale;
import org.junit.jupiter.api.Assertions;

/** What the test app that runs most of the others must have printed. */
final class Tour {

    private Tour() {}

    /** The times that a recursion without an end overflows, where monitors pin. */
    private static final int OVERFLOWS = 2;

    /**
     * Fails unless the tour of these shapes ended well, with the right results.
     *
     * @param guarded how deep frames with monitors were to go
     */
    static void check(Outcome outcome, int depth, int guarded, String... shapes) {
        outcome.succeeded();
        if (guarded != depth) {
            checkOverflows(outcome, guarded);
        }
        outcome.printed("synchronized", Expected.fold(guarded));
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
                .printed("entries", guarded + 1)
                .printed("held-at-the-bottom", true, guarded)
                .printed("held-afterwards", false, 0)
                .printed("free-afterwards", guarded)
                .printed("bottom-interrupted-sleep", "interrupted, flag false")
                .printed("bottom-park", "unparked")
                .printed("half-way-barrier", "passed")
                .printed("half-way-handoff", "taken")
                .printed("half-way-flag", false);
    }

    private static void checkOverflows(Outcome outcome, int guarded) {
        for (int i = 1; i <= OVERFLOWS; i++) {
            outcome.printed("overflow-" + i, "StackOverflowError")
                    .printed("after-" + i, Expected.sum(5_000) + 2);
            int reached = Integer.parseInt(outcome.result("depth-" + i));
            Assertions.assertTrue(
                    reached > guarded, () -> outcome.describe("only " + reached + " deep"));
        }
        outcome.printed("unlocked", true);
    }
}
