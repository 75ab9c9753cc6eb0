package dev.morestack.agent;

import java.util.Collections;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What threads run, how often, and what they carry with them. */
@Execution(ExecutionMode.CONCURRENT)
final class ThreadIT {

    private static final int MILLION = 1_000_000;

    @Test
    void aRunMethodThatCallsItselfIsStartedOnceHoweverItIsCalled() {
        Outcome outcome = AppProcess.of("threads.SubclassRun").arguments(MILLION).run().succeeded();
        for (String how : new String[] {"started", "called", "task"}) {
            outcome.printed(how + "-frames", MILLION + 1)
                    .printed(how + "-starts", 1)
                    .printed(how + "-own-thread", true);
        }
    }

    @Test
    void runMethodsThatCallTheOneAboveRunEachOnce() {
        Outcome outcome = AppProcess.of("threads.SuperRun").arguments(MILLION).run().succeeded();
        outcome.printed("outer", 1).printed("middle", 3).printed("task", 3);
        String sum = Long.toString(Expected.sum(MILLION));
        Assertions.assertEquals(Collections.nCopies(3, sum), outcome.results("sum"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseG1GC", "-XX:+UseZGC"})
    void manyThreadsOfAllKindsAreDeepAtOnce(String collector) {
        AppProcess.of("threads.Together")
                .flags(collector)
                .arguments(200_000, 4)
                .run()
                .succeeded()
                .printed("finished", 12);
    }

    @Test
    void tasksOfAForkJoinPoolInvokeAndJoinEachOtherDeep() {
        AppProcess.of("threads.ForkedRecursion")
                .arguments(100_000)
                .run()
                .succeeded()
                .printed("invoked", Expected.sum(100_000))
                .printed("forked", Expected.sum(100_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "SUBCLASS", "FORK_JOIN", "VIRTUAL"})
    void aDeepThreadIsStillItself(String starter) {
        AppProcess.of("context.Carried")
                .arguments(starter, 200_000)
                .run()
                .succeeded()
                .printed("local", "top")
                .printed("local-afterwards", "bottom")
                .printed("same-thread", true)
                .printed("same-thread-afterwards", true)
                .printed("loader", true)
                .printed("returned", 200_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void scopedValuesAreTheOnesBoundByTheFramesBelow(String starter) {
        Assumptions.assumeTrue(Jvm.standard().feature() >= 25, "scoped values are a preview");
        AppProcess.of("context.Scoped")
                .arguments(starter, 200_000)
                .run()
                .succeeded()
                .printed("wrong", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void classesAreLoadedLinkedAndInitialisedDeep(String starter) {
        AppProcess.of("classes.LoadedDeep")
                .arguments(starter, 300_000)
                .run()
                .succeeded()
                .printed("initialised", 200)
                .printed("lambda", "linked 7 at 0")
                .printed("record", "Pair[left=left, right=2]")
                .printed("switch", "string of 4")
                .printed("format", "00006")
                .printed("failing", "on purpose")
                .printed("returned", 300_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "SUBCLASS", "VIRTUAL"})
    void staticInitialisersRecurseDeepWhereverTheyRun(String starter) {
        AppProcess.of("classes.InitialisedDeep")
                .arguments(starter, 100_000)
                .run()
                .succeeded()
                .printed("shallow", Expected.sum(100_000))
                .printed("deep", Expected.sum(100_000))
                .printed("thrown", "at the bottom")
                .printed("returned", 100_000);
    }
}
