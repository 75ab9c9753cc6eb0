package dev.morestack.agent;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Threads grow on which the JDK calls the program. */
@Execution(ExecutionMode.CONCURRENT)
final class CallbackIT {

    private static final int DEPTH = 200_000;

    @ParameterizedTest
    @CsvSource({
        "SHUTDOWN_HOOK, hook",
        "CLEANER, Cleaner-N",
        "TIMER, Timer-N",
        "SIGNAL_HANDLER, SIGUSRN handler",
        "COMMON_POOL, ForkJoinPool.commonPool-worker-N",
        "PARALLEL_STREAM, ForkJoinPool.commonPool-worker-N",
        "COMPLETABLE_FUTURE, ForkJoinPool.commonPool-worker-N"
    })
    void whatTheJdkCallsRecursesDeep(String callback, String thread) {
        Outcome outcome = call(callback, DEPTH).succeeded().printed("sum", Expected.sum(DEPTH));
        // Up to JDK 24 a future on two processors starts a thread for each of its tasks.
        boolean plain = callback.equals("COMPLETABLE_FUTURE") && Jvm.standard().feature() < 25;
        if (!plain || !outcome.result("thread").equals("Thread-N")) {
            outcome.printed("thread", thread);
        }
        if (!callback.equals("SHUTDOWN_HOOK")) {
            // The report is written by a hook, too, and maybe before.
            outcome.grew();
        }
    }

    @ParameterizedTest
    @CsvSource({"HANDLER_OF_THE_THREAD", "DEFAULT_HANDLER", "HANDLER_OF_A_VIRTUAL_THREAD"})
    void handlersOfUncaughtExceptionsRecurseDeepOnTheThreadThatDies(String callback) {
        call(callback, DEPTH)
                .grew()
                .printed("handled", "on purpose")
                .printed("same-thread", true)
                .printed("sum", Expected.sum(DEPTH));
    }

    @Test
    void chainsOfFuturesRecurseDeep() {
        long sum = Expected.sum(DEPTH);
        AppProcess.of("callbacks.Composed")
                .options("report=stderr", "limit=512m")
                .arguments(DEPTH)
                .run()
                .grew()
                .printed("nested", sum)
                .printed("behind", sum)
                .printed("both-ways", sum);
    }

    @Test
    void withoutTheAgentAHookOverflows() {
        Outcome outcome =
                AppProcess.of("callbacks.Callback")
                        .withoutAgent()
                        .arguments(DEPTH, "SHUTDOWN_HOOK")
                        .run();
        Assertions.assertTrue(
                outcome.stderr().contains("StackOverflowError"),
                () -> outcome.describe("no overflow"));
    }

    private static Outcome call(String callback, int depth) {
        return AppProcess.of("callbacks.Callback")
                .options("report=stderr")
                .heap("512m")
                .arguments(depth, callback)
                .run();
    }
}
