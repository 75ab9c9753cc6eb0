package dev.morestack.agent;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stacks grow as the policy says: the option's, the program's, a call's or a method's. */
@Execution(ExecutionMode.CONCURRENT)
final class PolicyIT {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "-Xint", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"})
    void aThreadThatKeepsSpillingMovesAndGoesHomeWhenItIsShallow(String flag) {
        AppProcess process =
                AppProcess.of("growth.AgainAndAgain")
                        .options("policy=adaptive", "report=stderr")
                        .arguments(2, 200_000, 10, true);
        Outcome outcome = flags(process, flag).run().succeeded();
        outcome.printed("wrong", 0).printed("refused", 0);
        // More than the first time: it has been home.
        Assertions.assertTrue(
                outcome.counted("moves to grow") > 2, () -> outcome.describe("did not move"));
    }

    @Test
    void segmentsStayOnTheHeap() {
        Outcome outcome =
                AppProcess.of("growth.AgainAndAgain")
                        .options("policy=segments", "report=stderr")
                        .arguments(2, 200_000, 40, false)
                        .run()
                        .succeeded()
                        .printed("wrong", 0)
                        .printed("refused", 0);
        Assertions.assertEquals(0, outcome.counted("big carriers started"));
        Assertions.assertTrue(outcome.counted("spills") > 1_000, outcome::stderr);
    }

    /** Whoever finds no carrier grows on the heap. */
    @ParameterizedTest
    @CsvSource({"carrier, 1", "adaptive, 3"})
    void moreThreadsThanCarriersGrowAllTheSame(String policy, int carriers) {
        Outcome outcome =
                AppProcess.of("growth.AgainAndAgain")
                        .options("policy=" + policy, "carriers=" + carriers, "report=stderr")
                        .arguments(12, 100_000, 40, false)
                        .run()
                        .succeeded()
                        .printed("wrong", 0)
                        .printed("refused", 0);
        Assertions.assertTrue(outcome.counted("moves to grow") > 0, outcome::stderr);
        Assertions.assertTrue(outcome.counted("spills") > 1_000, outcome::stderr);
    }

    @Test
    void aFixedStackEndsInAnErrorAtItsOwnEnd() {
        Outcome outcome =
                AppProcess.of("growth.AgainAndAgain")
                        .options("policy=fixed", "report=stderr")
                        .flags("-Xint")
                        .arguments(3, 100_000, 4, false)
                        .run()
                        .succeeded()
                        .printed("wrong", 0)
                        .printed("refused", 12);
        Assertions.assertEquals(0, outcome.counted("spills"));
        Assertions.assertEquals(12, outcome.counted("limit hits"));
        Assertions.assertTrue(
                outcome.stderr().contains(": stacks keep their size"), outcome::stderr);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aProgramBringsItsOwnPolicy(boolean asService) throws Exception {
        String policy = "dev.morestack.apps.growth.OwnPolicy";
        AppProcess process = AppProcess.of("growth.OwnPolicy").flags("-Xint");
        if (asService) {
            Path service = folder.resolve("META-INF/services/dev.morestack.StackPolicy");
            Files.createDirectories(service.getParent());
            Files.writeString(service, policy);
            process.classPath(
                    String.join(
                            File.pathSeparator,
                            System.getProperty("morestack.testapps"),
                            System.getProperty("morestack.api"),
                            folder.toString()));
        } else {
            process.options("policy=" + policy);
        }
        process.run()
                .succeeded()
                .printed("shallow", 20_000)
                .printed("refused", "StackLimitError")
                .printed("region", 10)
                .printed("first", true)
                .printed("steps", true)
                .printed("regions", 1)
                .printed("site", "descend")
                .printed("sensible", true)
                .printed("waited", true);
    }

    @Test
    void aPolicyThatFailsDoesNoHarm() {
        AppProcess.of("growth.AgainAndAgain")
                .options("policy=dev.morestack.apps.growth.FailingPolicy")
                .arguments(2, 200_000, 2, false)
                .run()
                .succeeded()
                .printed("wrong", 0)
                .printed("refused", 0);
    }

    @Test
    void aPolicyThatDoesNotExistIsOneLine() {
        Outcome outcome =
                AppProcess.of("growth.AgainAndAgain")
                        .options("policy=elastic")
                        .arguments(1, 10, 1, false)
                        .run();
        outcome.exited(1);
        Assertions.assertTrue(
                outcome.stderr().startsWith("morestack: option policy: 'elastic' is not allowed"),
                () -> outcome.describe("another message"));
    }

    @ParameterizedTest
    @CsvSource({
        "MAIN, adaptive, ''",
        "MAIN, adaptive, -Xint",
        "RUNNABLE, carrier, ''",
        "EXECUTOR, segments, -Xint",
        "VIRTUAL, adaptive, -Xint"
    })
    void aCallAndAMethodHaveTheirOwn(String starter, String policy, String flag) {
        String frames = "100000";
        AppProcess process =
                AppProcess.of("growth.Scopes")
                        .options("policy=" + policy)
                        .arguments(starter, frames);
        Outcome outcome = flags(process, flag).run().succeeded();
        outcome.printed("outside", frames)
                .printed("fixed-call", "overflow")
                .printed("growable-call", frames)
                .printed("fixed-method", "overflow")
                .printed("growable-method", frames)
                .printed("growable-in-fixed", frames)
                .printed("carrier-method", frames)
                .printed("unknown-method", frames)
                .printed("thrown", "out of the scope")
                .printed("outside-again", frames)
                .printed("room", true)
                .printed("no-room", false);
        Assertions.assertTrue(
                outcome.stderr().contains("@GrowableStack(\"elastic\")"),
                () -> outcome.describe("nothing said"));
    }

    @Test
    void underAFixedPolicyGrowableMethodsGrow() {
        AppProcess.of("growth.Scopes")
                .options("policy=fixed")
                .flags("-Xint")
                .arguments("MAIN", 100_000)
                .run()
                .succeeded()
                .printed("outside", "overflow")
                .printed("growable-call", "100000")
                .printed("growable-method", "100000")
                .printed("growable-in-fixed", "100000")
                .printed("outside-again", "overflow");
    }

    @Test
    void allOfItIsHarmlessWithoutTheAgent() {
        AppProcess.of("growth.Scopes")
                .withoutAgent()
                .arguments("MAIN", 1_000)
                .run()
                .succeeded()
                .printed("fixed-call", "1000")
                .printed("growable-in-fixed", "1000")
                .printed("room", true)
                .printed("no-room", true);
    }

    private static AppProcess flags(AppProcess process, String flag) {
        return flag.isEmpty() ? process : process.flags(flag);
    }
}
