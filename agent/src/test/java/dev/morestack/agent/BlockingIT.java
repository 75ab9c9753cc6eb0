package dev.morestack.agent;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting, interrupts, monitors and locks on threads with 100,000 frames and more. */
@Execution(ExecutionMode.CONCURRENT)
final class BlockingIT {

    private static final int DEPTH = 100_000;
    private static final int GUARDED = Jvm.standard().depthWithMonitors(DEPTH);

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "FORK_JOIN", "VIRTUAL"})
    void aMonitorEnteredInEveryFrameIsGivenUpByWaitAndTakenBack(String starter) {
        AppProcess.of("monitors.Reentered")
                .arguments(starter, GUARDED)
                .run()
                .succeeded()
                .printed("entries", GUARDED + 1)
                .printed("held-at-the-bottom", true)
                .printed("held-afterwards", false)
                .printed("notifier", "TERMINATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void everyFrameHoldsItsOwnMonitorAndLockUntilItReturns(String starter) {
        AppProcess.of("monitors.ManyMonitors")
                .arguments(starter, GUARDED)
                .run()
                .succeeded()
                .printed("held-at-the-bottom", GUARDED)
                .printed("holds-at-the-bottom", GUARDED)
                .printed("held-afterwards", 0)
                .printed("holds-afterwards", 0)
                .printed("free-afterwards", GUARDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "SUBCLASS", "EXECUTOR", "VIRTUAL"})
    void aDeepThreadSleepsParksWaitsAndIsInterrupted(String starter) {
        int depth = 300_000;
        Outcome outcome =
                AppProcess.of("blocking.Blocking").arguments(starter, depth).run().succeeded();
        for (String where : new String[] {"bottom", "half-way"}) {
            outcome.printed(where + "-sleep", "done")
                    .printed(where + "-interrupted-sleep", "interrupted, flag false")
                    .printed(where + "-park", "unparked")
                    .printed(where + "-barrier", "passed")
                    .printed(where + "-handoff", "taken")
                    .printed(where + "-wait", "done")
                    .printed(where + "-flag", false);
        }
        outcome.printed("returned", depth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "SUBCLASS", "FORK_JOIN", "VIRTUAL"})
    void interruptsOfAThreadThatGoesUpAndDownAreNeitherLostNorInvented(String starter) {
        int moving = 300;
        int blocked = 4 * 5;
        AppProcess.of("blocking.Interrupted")
                .options("report=stderr")
                .heap("512m")
                .arguments(starter, 200_000, moving)
                .run()
                .grew()
                .printed("moving", moving)
                .printed("SLEEP", "all seen")
                .printed("WAIT", "all seen")
                .printed("PARK", "all seen")
                .printed("QUEUE", "all seen")
                .printed("sent", moving + blocked)
                .printed("seen", moving + blocked)
                .printed("invented", 0);
    }
}
