package dev.morestack.agent;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code morestack top} shows threads and sites of a program that is running. */
@Execution(ExecutionMode.CONCURRENT)
final class TopIT {

    private static final String JAR = AppProcess.required("morestack.jar");

    @Test
    void threadsAndSitesAreShownAndTheProgramGoesOn() {
        try (RunningApp app = running().options("profile=true").start()) {
            app.await("ready");
            app.tell("go").await("result new-virtual-thread");
            Outcome top = top(app.pid(), "--every=1", "--times=2").succeeded();
            Assertions.assertEquals(
                    2,
                    top.stdout().split("switches, ", -1).length - 1,
                    () -> top.describe("tables"));
            Assertions.assertTrue(
                    top.stdout().contains("pool-1-thread-1"), () -> top.describe("threads"));
            Assertions.assertTrue(
                    top.stdout().contains("Running.sum"), () -> top.describe("sites"));
            Outcome outcome = app.tell("go").tell("end").end().succeeded();
            Assertions.assertEquals(1, outcome.agentLines().size(), outcome::stderr);
            Assertions.assertEquals(1, outcome.stderr().lines().count(), outcome::stderr);
        }
    }

    @Test
    void aProgramWithoutTheAgentIsLeftAlone() {
        try (RunningApp app = running().withoutAgent().start()) {
            app.await("ready");
            Outcome top = top(app.pid()).exited(1);
            Assertions.assertEquals(
                    "morestack: process " + app.pid() + " runs without the agent\n", top.stderr());
            Assertions.assertEquals("", app.tell("end").end().succeeded().stderr());
        }
    }

    @Test
    void optionsThatMakeNoSenseAreNamed() {
        Outcome top = top(1, "--every=0").exited(2);
        Assertions.assertTrue(top.stderr().contains("'--every=0'"), top::stderr);
    }

    private static AppProcess running() {
        // Without the flag the JVM warns that an agent is loaded, although it has it already.
        return AppProcess.of("attached.Running")
                .heap("512m")
                .flags("-XX:+EnableDynamicAgentLoading")
                .arguments(50_000);
    }

    private static Outcome top(long pid, String... options) {
        return AppProcess.ofWords("dev.morestack.agent.Top", Long.toString(pid), JAR)
                .classPath(JAR)
                .withoutAgent()
                .heap("64m")
                .arguments((Object[]) options)
                .run();
    }
}
