package dev.morestack.agent;

import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The essence of the process tests, on every JVM that is to be tested. */
@Execution(ExecutionMode.CONCURRENT)
final class JvmIT {

    private static final String ALL_JVMS = "dev.morestack.agent.Jvm#all";
    private static final int DEPTH = 100_000;

    /** No shape among them holds a monitor: those are pinned on some of the JVMs. */
    private static final String[] SHAPES = {
        "STATIC", "VIRTUAL", "INTERFACE_DEFAULT", "CONSTRUCTOR", "LAMBDA", "METHOD_INVOKE", "LONGS"
    };

    @ParameterizedTest
    @MethodSource(ALL_JVMS)
    void recursionOfAllKindsComesBack(Jvm jvm) {
        Outcome outcome =
                AppProcess.of("recursion.Recursion")
                        .on(jvm)
                        .arguments("RUNNABLE", DEPTH)
                        .arguments((Object[]) SHAPES)
                        .run()
                        .succeeded();
        outcome.printed("static", Expected.fold(DEPTH))
                .printed("constructor", Expected.fold(DEPTH))
                .printed("method_invoke", Expected.fold(DEPTH))
                .printed("longs", Expected.fold(DEPTH));
    }

    @ParameterizedTest
    @MethodSource(ALL_JVMS)
    void theMainThreadAndVirtualThreadsGrow(Jvm jvm) {
        for (String starter : new String[] {"MAIN", "SUBCLASS", "FORK_JOIN", "VIRTUAL"}) {
            AppProcess.of("exceptions.Unwinding")
                    .on(jvm)
                    .arguments(starter, 300_000)
                    .run()
                    .succeeded()
                    .printed("caught", "same")
                    .printed("finally-not-once", 0)
                    .printed("out-of-order", 0);
        }
    }

    @ParameterizedTest
    @MethodSource(ALL_JVMS)
    void aRunawayRecursionIsCaughtAndTheProgramGoesOn(Jvm jvm) {
        AppProcess.of("overflow.Runaway")
                .on(jvm)
                .heap("256m")
                .arguments("MAIN", 3, "static")
                .run()
                .succeeded()
                .printed("overflow-3", "StackOverflowError")
                .printed("after-3", Expected.sum(5_000) + 2);
    }

    @ParameterizedTest
    @MethodSource(ALL_JVMS)
    void recursionThroughMonitorsGrowsWhereTheJvmCanFreezeThem(Jvm jvm) {
        Outcome outcome =
                AppProcess.of("recursion.Recursion")
                        .on(jvm)
                        .arguments("MAIN", DEPTH, "SYNCHRONIZED")
                        .run();
        if (jvm.freezesMonitors()) {
            outcome.succeeded().printed("synchronized", Expected.fold(DEPTH));
        } else {
            outcome.exited(1);
            Assertions.assertTrue(
                    outcome.stderr().contains("java.lang.StackOverflowError"),
                    () -> outcome.describe("died of something else"));
        }
    }

    @ParameterizedTest
    @MethodSource(ALL_JVMS)
    void helloWorldPrintsOneMoreLine(Jvm jvm) {
        Outcome outcome =
                AppProcess.of("basics.Hello").on(jvm).arguments("world").run().succeeded();
        Assertions.assertEquals("Hello, world!", outcome.stdout().strip());
        Assertions.assertEquals(
                List.of("Hello, stderr!"), outcome.programLines(), outcome.describe("stderr"));
        Assertions.assertEquals(1, outcome.agentLines().size(), outcome.describe("banner"));
    }
}
