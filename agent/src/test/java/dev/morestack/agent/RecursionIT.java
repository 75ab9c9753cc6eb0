package dev.morestack.agent;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deep recursion through every kind of call and on every kind of thread, on default stacks. */
@Execution(ExecutionMode.CONCURRENT)
final class RecursionIT {

    private static final int MILLION = 1_000_000;

    /** Frames of some 2 to 5 KB each: a quarter of the heap holds no more of them. */
    private static final int LARGE_FRAMES = 50_000;

    /**
     * Up to 700 bytes a level while it is interpreted, and how long it is depends on how busy the
     * machine's compiler threads are: a million may not fit a quarter of the heap.
     */
    private static final Set<String> REFLECTIVE = Set.of("METHOD_INVOKE", "PROXY");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STATIC",
                "VIRTUAL",
                "INTERFACE_DEFAULT",
                "CONSTRUCTOR",
                "LAMBDA",
                "METHOD_INVOKE",
                "METHOD_HANDLE",
                "PROXY",
                "ALLOCATING"
            })
    void aMillionFramesComeBackThroughEveryKindOfCall(String shape) {
        recurse("MAIN", MILLION, shape);
    }

    @ParameterizedTest
    @CsvSource({"MAIN, SYNCHRONIZED", "MAIN, SYNCHRONIZED_STATIC", "VIRTUAL, SYNCHRONIZED"})
    void aMillionFramesThroughMonitorsComeBackWhereTheseCanBeFrozen(String starter, String shape) {
        if (Jvm.standard().freezesMonitors()) {
            recurse(starter, MILLION, shape);
        } else {
            overflow(starter, shape);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LONGS", "DOUBLES", "ARGUMENTS"})
    void framesOfThousandsOfBytesComeBackUnchanged(String shape) {
        recurse("MAIN", LARGE_FRAMES, shape);
    }

    /** Where checks are merged, a frame is charged for less than it holds. */
    @ParameterizedTest
    @CsvSource({
        "MAIN, adaptive, ''",
        "MAIN, segments, ''",
        "VIRTUAL, segments, ''",
        "RUNNABLE, segments, -Xss256k",
        "RUNNABLE, segments, -XX:-TieredCompilation"
    })
    void framesIntoWhichOthersAreInlinedComeBack(String starter, String policy, String flag) {
        AppProcess.of("recursion.Recursion")
                .options("policy=" + policy)
                .flag(flag)
                .arguments(starter, LARGE_FRAMES, "INLINED")
                .run()
                .succeeded()
                .printed("inlined", Expected.fold(LARGE_FRAMES));
    }

    /** Two frames in three have no check, and are not charged. */
    @ParameterizedTest
    @CsvSource({
        "MAIN, adaptive, ''",
        "MAIN, segments, -Xint",
        "VIRTUAL, segments, ''",
        "RUNNABLE, segments, -Xss256k",
        "RUNNABLE, segments, -XX:-TieredCompilation"
    })
    void framesOfMethodsWithoutACheckComeBack(String starter, String policy, String flag) {
        AppProcess.of("recursion.Recursion")
                .options("policy=" + policy)
                .flag(flag)
                .arguments(starter, MILLION / 3, "PASSING")
                .run()
                .succeeded()
                .printed("passing", Expected.fold(MILLION / 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUNNABLE",
                "SUBCLASS",
                "SUPER_RUN",
                "VIRTUAL",
                "EXECUTOR",
                "SCHEDULED_EXECUTOR",
                "VIRTUAL_EXECUTOR",
                "FORK_JOIN",
                "RECURSIVE_ACTION",
                "COMPLETABLE_FUTURE",
                "PARALLEL_STREAM",
                "TIMER"
            })
    void aMillionFramesComeBackOnEveryKindOfThread(String starter) {
        recurse(starter, MILLION, "STATIC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONSTRUCTOR", "LAMBDA", "METHOD_INVOKE", "ALLOCATING"})
    void aMillionFramesComeBackOnAVirtualThreadThroughOtherCalls(String shape) {
        recurse("VIRTUAL", MILLION, shape);
    }

    @Test
    void oneThreadRecursesThroughAllKindsOfCallsInTurn() {
        Outcome outcome = AppProcess.of("recursion.Recursion").arguments("RUNNABLE", 20_000).run();
        outcome.succeeded();
        for (String name : new String[] {"static", "longs", "arguments", "proxy", "allocating"}) {
            outcome.printed(name, Expected.fold(20_000));
        }
    }

    @Test
    void withoutTheAgentTheSameProgramOverflows() {
        Outcome outcome =
                AppProcess.of("recursion.Recursion")
                        .withoutAgent()
                        .arguments("MAIN", MILLION, "STATIC")
                        .run();
        outcome.exited(1);
    }

    private static void overflow(String starter, String shape) {
        boolean main = starter.equals("MAIN");
        Outcome outcome =
                AppProcess.of("recursion.Recursion")
                        .options("report=stderr")
                        .arguments(starter, MILLION, shape)
                        .run()
                        .exited(main ? 1 : 0)
                        .printed(shape.toLowerCase(Locale.ROOT));
        Assertions.assertTrue(
                outcome.stderr().contains("java.lang.StackOverflowError"),
                () -> outcome.describe("died of something else"));
        Assertions.assertTrue(
                outcome.counted("pinned: " + (main ? "monitor held" : "virtual thread")) > 0,
                () -> outcome.describe("not counted"));
    }

    private static void recurse(String starter, int depth, String shape) {
        AppProcess process = AppProcess.of("recursion.Recursion");
        if (REFLECTIVE.contains(shape)) {
            process.options("limit=1g");
        }
        process.arguments(starter, depth, shape)
                .run()
                .succeeded()
                .printed(shape.toLowerCase(Locale.ROOT), Expected.fold(depth));
    }
}
