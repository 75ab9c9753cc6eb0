package dev.morestack.agent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exceptions thrown at the bottom of deep recursion. */
@Execution(ExecutionMode.CONCURRENT)
final class ExceptionIT {

    private static final int MILLION = 1_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void anExceptionPassesAMillionFramesAndEveryFinallyRunsOnceInOrder(String starter) {
        AppProcess.of("exceptions.Unwinding")
                .arguments(starter, MILLION)
                .run()
                .succeeded()
                .printed("caught", "same")
                .printed("finally-not-once", 0)
                .printed("close-not-once", 0)
                .printed("out-of-order", 0)
                .printed("suppressed", 0);
    }

    @Test
    void exceptionsCaughtAndThrownAgainOnTheWayUpEndAtTheTop() {
        AppProcess.of("exceptions.CaughtHalfway")
                .arguments(MILLION)
                .run()
                .succeeded()
                .printed("caught", MILLION / 1000)
                .printed("again", Expected.sum(MILLION));
    }
}
