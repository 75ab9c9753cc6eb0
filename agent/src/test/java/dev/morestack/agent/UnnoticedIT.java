package dev.morestack.agent;

import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that needs no more stack behaves as without the agent. */
@Execution(ExecutionMode.CONCURRENT)
final class UnnoticedIT {

    /** Without it the JVM takes its classes from its archive, which an agent might spoil. */
    private static final String USUAL_VERIFICATION = "-Xverify:remote";

    @ParameterizedTest
    @ValueSource(strings = {"-Xverify:all", USUAL_VERIFICATION, "-Xint", "-XX:+UseZGC"})
    void helloWorldPrintsTheSameAndTheBanner(String flag) {
        Outcome without = hello(flag).withoutAgent().run().succeeded();
        Outcome with = hello(flag).run().succeeded();
        Assertions.assertEquals(without.stdout(), with.stdout());
        Assertions.assertEquals(
                without.stderr().lines().toList(), with.programLines(), with.describe("stderr"));
        List<String> banner = with.agentLines();
        Assertions.assertEquals(1, banner.size(), () -> with.describe("not one banner"));
        Assertions.assertTrue(banner.get(0).startsWith("morestack "), banner.get(0));
        Assertions.assertTrue(with.stderr().startsWith(banner.get(0)), with.stderr());
    }

    @Test
    void theAgentSwitchedOffSaysNothing() {
        Outcome without = hello(USUAL_VERIFICATION).withoutAgent().run().succeeded();
        Outcome with = hello(USUAL_VERIFICATION).options("enabled=false").run().succeeded();
        Assertions.assertEquals(without.stdout(), with.stdout());
        Assertions.assertEquals(without.stderr(), with.stderr());
    }

    @Test
    void theProgramSeesTheSameThreadsPropertiesAndLoaders() {
        Outcome without = AppProcess.of("basics.Surroundings").withoutAgent().run().succeeded();
        Outcome with = AppProcess.of("basics.Surroundings").run().succeeded();
        Assertions.assertEquals(without.stdout().lines().toList(), with.stdout().lines().toList());
    }

    @ParameterizedTest
    @CsvSource({"MAIN, 0", "MAIN, 3", "RUNNABLE, 255", "SUBCLASS, 1", "VIRTUAL, 42"})
    void anExitDeepGivesItsCodeAndRunsTheHooks(String starter, int code) {
        Outcome outcome =
                AppProcess.of("basics.Exit").arguments(starter, 300_000, code).run().exited(code);
        Assertions.assertEquals("hook", outcome.stdout().strip());
    }

    private static AppProcess hello(String flag) {
        return AppProcess.of("basics.Hello").flags(flag).arguments("wide", "world");
    }
}
