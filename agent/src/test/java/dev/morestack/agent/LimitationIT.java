package dev.morestack.agent;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/limitations.md says, where no other test asserts it. */
@Execution(ExecutionMode.CONCURRENT)
final class LimitationIT {

    private static final int DEPTH = 200_000;
    private static final String PACKAGE = "dev.morestack.apps.limits.";

    @Test
    void aStackFilledByCodeWithoutChecksLeavesNoRoomToFreezeIt() {
        Outcome outcome = unchecked(6_000);
        outcome.printed("sum", "overflow").printed("alone", DEPTH);
        Assertions.assertTrue(
                outcome.counted("pinned: no room to freeze") > 0,
                () -> outcome.describe("not counted"));
        unchecked(1_000).printed("sum", DEPTH + 1_000).printed("alone", DEPTH);
    }

    private static Outcome unchecked(int below) {
        return AppProcess.of("limits.UncheckedBelow")
                .options("report=stderr", "excludes=" + PACKAGE + "UncheckedBelow$Unchecked")
                .flags("-Xint", "-Xss1m")
                .heap("512m")
                .arguments(below, DEPTH)
                .run()
                .succeeded();
    }

    @Test
    void methodsThatOnlyHandOnDoNotCheckForCodeThatIsNotWoven() {
        AppProcess.of("limits.OverriddenUnseen")
                .options("excludes=" + PACKAGE + "OverriddenUnseen$Overriding")
                .arguments(DEPTH)
                .run()
                .succeeded()
                .printed("sum", "overflow");
        AppProcess.of("limits.OverriddenUnseen")
                .arguments(DEPTH)
                .run()
                .succeeded()
                .printed("sum", Expected.sum(DEPTH));
    }

    @Test
    void aClassLoaderThatTheVmCallsGrowsOnlyAsAnEntry() {
        loaded("limits.Other::entry").printed("called", true).printed("by-the-vm", "overflow");
        loaded(PACKAGE + "LoadedByRecursion$Recursive::loadClass")
                .printed("called", true)
                .printed("by-the-vm", "other name");
    }

    private static Outcome loaded(String entry) {
        return AppProcess.of("limits.LoadedByRecursion")
                // On a big carrier there would be room for this depth above native code.
                .options("entry=" + entry, "policy=segments")
                .flags("-Xint")
                .heap("512m")
                .arguments(DEPTH)
                .run()
                .succeeded();
    }

    @ParameterizedTest
    @CsvSource({
        "false, STARTED, false",
        "false, UNPARKED, false",
        // In the queue that all carriers share, from JDK 25 on.
        "true, STARTED, false",
        "true, UNPARKED, true"
    })
    void othersRunWhileAVirtualThreadSpills(boolean agent, String other, boolean runs) {
        Assumptions.assumeTrue(
                other.equals("UNPARKED") || Jvm.standard().feature() >= 25,
                "started threads are in the carrier's queue");
        AppProcess.of("limits.RunsBetween")
                .agent(agent)
                .flags("-Djdk.virtualThreadScheduler.parallelism=1")
                .flags("-Djdk.virtualThreadScheduler.maxPoolSize=1")
                .heap("512m")
                .arguments(other, agent ? DEPTH : 1_000)
                .run()
                .succeeded()
                .printed("sum", agent ? DEPTH : 1_000)
                .printed("between", runs);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theOldestFrameOfADeepVirtualThreadLosesItsFileAtTheFirstMove(boolean agent) {
        int depth = agent ? DEPTH : 1_000;
        AppProcess.of("limits.FirstMove")
                .agent(agent)
                .flags("-XX:MaxJavaStackTraceDepth=1000000")
                .arguments(depth)
                .run()
                .succeeded()
                .printed("sum", depth, depth)
                .printed("before", true)
                .printed("first", !agent || Jvm.standard().feature() >= 28)
                .printed("later", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void whereMonitorsPinRecursionThroughThemIsAsDeepAsWithoutTheAgent(String starter) {
        long without = depthThroughMonitors(starter, false);
        long with = depthThroughMonitors(starter, true);
        // A frame of the interpreter has room for one operand more with the check in it.
        Assertions.assertTrue(
                Jvm.standard().freezesMonitors()
                        ? with > 10 * without
                        : Math.abs(with - without) < without / 10,
                () -> with + " frames, and " + without + " without the agent");
    }

    private static long depthThroughMonitors(String starter, boolean agent) {
        return Long.parseLong(
                AppProcess.of("overflow.Runaway")
                        .agent(agent)
                        .flags("-Xint", "-Xss1m")
                        .heap("256m")
                        .arguments(starter, 1, "synchronized")
                        .run()
                        .succeeded()
                        .printed("overflow-1", "StackOverflowError")
                        .result("depth-1"));
    }

    @Test
    void whatAStaticInitialiserCallsOfTheJdkHasNoRoot() {
        AppProcess.of("limits.InitialisedByTheJdk")
                .heap("512m")
                .arguments(50_000)
                .run()
                .succeeded()
                .printed("directly", "overflow")
                .printed("by-the-program", true);
    }
}
