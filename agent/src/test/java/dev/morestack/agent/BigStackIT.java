package dev.morestack.agent;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Native code at the bottom of a deep recursion gets the stack that it is tagged with. */
final class BigStackIT {

    private static final int MILLION = 1_000_000;

    /** Where monitors pin, a region cannot begin below one. */
    private static final String MONITORS = "-Dmonitors=" + Jvm.standard().freezesMonitors();

    /** Exit code of a process that SIGSEGV ended: 128 and the signal. */
    private static final int SEGMENTATION_FAULT = 139;

    private static final String NO_WARNING = "--enable-native-access=ALL-UNNAMED";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "MAIN, ALLOCA, 15000000, 15000000",
        "RUNNABLE, ALLOCA, 15000000, 15000000",
        "VIRTUAL, ALLOCA, 15000000, 15000000",
        "MAIN, RECURSE, 400000, 80000200000",
        "VIRTUAL, RECURSE, 400000, 80000200000",
        "MAIN, CALL_BACK, 3000, 4501500",
        "VIRTUAL, CALL_BACK, 3000, 4501500",
        "MAIN, POINTER, 15000000, 15000000",
        "VIRTUAL, POINTER, 15000000, 15000000",
        "MAIN, LINKED_CALL_BACK, 3000, 4501500",
        "FORK_JOIN, LINKED_CALL_BACK, 3000, 4501500",
        "VIRTUAL, LINKED_CALL_BACK, 3000, 4501500"
    })
    void nativeCodeBelowAMillionFramesHasItsStack(
            String starter, String call, int number, long result) throws Exception {
        Assumptions.assumeTrue(
                Jvm.standard().feature() >= 22 || !call.startsWith("LINKED"),
                "the linker is a preview");
        Outcome outcome = app("DeepNative").arguments(starter, call, MILLION, number).run();
        assertRight(outcome, result);
        Assertions.assertEquals(3, outcome.counted("moves to a big carrier"));
        Assertions.assertEquals(0, outcome.counted("regions without room"));
    }

    @Test
    void withoutARegionTheProcessDies() throws Exception {
        Outcome outcome =
                app("DeepNative")
                        .flags("-XX:ErrorFile=" + folder.resolve("crash.txt"))
                        .arguments("MAIN", "PLAIN", MILLION, 15_000_000)
                        .run();
        boolean reported =
                outcome.exitCode() != 0
                        && outcome.stdout().contains("SIGSEGV")
                        && outcome.stdout().contains("take_stack");
        // Without room left even for its handler, the signal itself ends the process.
        Assertions.assertTrue(
                reported || outcome.exitCode() == SEGMENTATION_FAULT,
                () -> outcome.describe("did not die"));
        outcome.printed("result");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xint",
                "-XX:TieredStopAtLevel=1",
                "-Xcomp",
                "-XX:+UseSerialGC",
                "-XX:+UseParallelGC",
                "-XX:+UseZGC"
            })
    void soItHasWhateverCompilesAndCollects(String flag) throws Exception {
        for (String starter : List.of("RUNNABLE", "VIRTUAL")) {
            Outcome outcome =
                    app("DeepNative")
                            .flags(flag)
                            .arguments(starter, "CALL_BACK", 20_000, 500)
                            .run();
            assertRight(outcome, 125_250);
        }
    }

    /** What is known of the room must hold at all depths, and on whatever carrier goes on. */
    @ParameterizedTest
    @CsvSource({
        "PLATFORM, ''",
        "VIRTUAL, ''",
        "PLATFORM, -Xint",
        "VIRTUAL, -Xint",
        "PLATFORM, -XX:TieredStopAtLevel=1",
        "VIRTUAL, -XX:TieredStopAtLevel=1"
    })
    void regionsAtAllDepthsHaveTheirStackAndAreCounted(String kind, String flag) throws Exception {
        Outcome outcome =
                app("UpAndDown")
                        .flags("-Djdk.virtualThreadScheduler.parallelism=4")
                        .flag(flag)
                        .arguments(kind, 40, flag.equals("-Xint") ? 20 : 100)
                        .run()
                        .succeeded()
                        .printed("right", true);
        Assertions.assertEquals(
                Long.parseLong(outcome.result("entered")), outcome.counted("regions entered"));
        Assertions.assertEquals(0, outcome.counted("regions without room"));
        Assertions.assertTrue(outcome.counted("spills") > 0, () -> outcome.describe("no spill"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void regionsHoldUnderStress(String starter) throws Exception {
        Outcome outcome =
                app("DeepNative")
                        .options("report=stderr", "policy=segments", "stress=7")
                        .arguments(starter, "CALL_BACK", 20_000, 500)
                        .run();
        assertRight(outcome, 125_250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void argumentsResultsExceptionsAndTheMonitorOfANativeMethodPass(String starter)
            throws Exception {
        // The wrapper of a synchronized method has the monitor before the region begins.
        app("Mixed")
                .flags("-Xcheck:jni", Jvm.standard().freezesMonitors() ? "-Xss1m" : "-Xss8m")
                .arguments(starter)
                .run()
                .succeeded()
                .printed("sum", 1 + (1L << 40) + 0.5 + 0.25 + 4)
                .printed("thrown", "from C")
                .printed("held", false)
                .printed(
                        "parameters",
                        "[byte, long, float, double, class java.lang.String, class"
                                + " java.lang.RuntimeException]");
    }

    @Test
    void theAnnotationAndTheCallsAreHarmlessWithoutTheAgent() throws Exception {
        app("Mixed")
                .withoutAgent()
                .flags("-Xss8m")
                .arguments("MAIN")
                .run()
                .succeeded()
                .printed("thrown", "from C");
        AppProcess.of("regions.Bad")
                .withoutAgent()
                .run()
                .succeeded()
                .printed("largest", "called")
                .printed("after", "called");
    }

    private void assertRight(Outcome outcome, long result) {
        outcome.grew()
                .printed("same", true)
                .printed("held", false)
                .printed("result", Collections.nCopies(3, result).toArray());
    }

    private AppProcess app(String name) throws Exception {
        Path library = NativeCode.library("stacks.c", folder);
        return AppProcess.of("regions." + name)
                .flags(NO_WARNING, MONITORS, "-Dnative=" + library)
                // On a carrier that a thread has grown onto, there may be room.
                .options("report=stderr", "policy=segments");
    }
}
