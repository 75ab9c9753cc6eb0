package dev.morestack.agent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent is loaded into programs that are running. */
@Execution(ExecutionMode.CONCURRENT)
final class AttachIT {

    private static final int DEPTH = 200_000;
    private static final String JAR = AppProcess.required("morestack.jar");

    private static final List<String> GROWN =
            List.of(
                    "fixed",
                    "scheduled",
                    "virtual-thread",
                    "new-thread",
                    "new-virtual-thread",
                    "subclass");

    /** Threads that run already and never come back to the JDK's code that would root them. */
    private static final List<String> AS_THEY_WERE =
            List.of("main", "fork-join", "platform-thread");

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource("dev.morestack.agent.Jvm#all")
    void aRunningProgramGrowsOnAllThreadsButThoseThatHaveNoRoot(Jvm jvm) throws Exception {
        Path report = folder.resolve("report.txt");
        try (RunningApp app = running(jvm).start()) {
            app.await("ready");
            Outcome attach = attach(app.pid(), "--report=" + report, "--limit=256m").succeeded();
            assertSays(attach, "stacks grow, up to 256m a thread");
            assertSays(attach, "threads that are running have no root");
            Assertions.assertEquals(2, attach.stderr().lines().count(), attach::stderr);
            Outcome outcome = app.tell("go").tell("go").tell("end").end().succeeded();
            long sum = Expected.sum(DEPTH);
            for (String name : GROWN) {
                outcome.printed(name, sum, sum);
            }
            for (String name : AS_THEY_WERE) {
                outcome.printed(name, "overflow", "overflow");
            }
            outcome.printed("alive", true);
            Assertions.assertEquals(
                    attach.stderr().lines().toList(), outcome.agentLines(), outcome::stderr);
        }
        Assertions.assertTrue(Outcome.spills(Files.readString(report)) > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:+UseZGC"})
    void itGrowsInEveryMode(String mode) {
        try (RunningApp app = running(Jvm.standard()).flags(mode).start()) {
            app.await("ready");
            attach(app.pid()).succeeded();
            Outcome outcome = app.tell("go").tell("end").end().succeeded();
            for (String name : GROWN) {
                outcome.printed(name, Expected.sum(DEPTH));
            }
        }
    }

    @Test
    void withoutTheAgentAllOverflow() {
        try (RunningApp app = running(Jvm.standard()).start()) {
            Outcome outcome = app.tell("go").tell("end").end().succeeded();
            GROWN.forEach(name -> outcome.printed(name, "overflow"));
            AS_THEY_WERE.forEach(name -> outcome.printed(name, "overflow"));
        }
    }

    @Test
    void aSecondAttachSaysSoInALineAndDoesNoHarm() {
        try (RunningApp app = running(Jvm.standard()).start()) {
            app.await("ready");
            attach(app.pid()).succeeded();
            assertHasItAlready(attach(app.pid(), "--limit=1m"), app.pid());
            assertHasItAlready(attach(app.pid()), app.pid());
            Outcome outcome = app.tell("go").tell("end").end().succeeded();
            GROWN.forEach(name -> outcome.printed(name, Expected.sum(DEPTH)));
        }
    }

    @Test
    void anAttachToAProgramStartedWithTheAgentSaysSoInALine() {
        try (RunningApp app =
                AppProcess.of("attached.Running").heap("512m").arguments(DEPTH).start()) {
            app.await("ready");
            assertHasItAlready(attach(app.pid()), app.pid());
            Outcome outcome = app.tell("go").tell("end").end().succeeded();
            GROWN.forEach(name -> outcome.printed(name, Expected.sum(DEPTH)));
            AS_THEY_WERE.forEach(name -> outcome.printed(name, Expected.sum(DEPTH)));
        }
    }

    @Test
    void optionsThatMakeNoSenseAreRefusedAndTheProgramGoesOn() {
        try (RunningApp app = running(Jvm.standard()).start()) {
            app.await("ready");
            for (int i = 0; i < 2; i++) {
                Outcome attach = attach(app.pid(), "--limit=12q");
                assertFails(attach, "option limit: '12q' is not allowed");
            }
            assertFails(attach(app.pid(), "--colour=red"), "unknown option colour");
            assertFails(attach(app.pid(), "--includes=a,b"), "with --config=FILE");
            assertFails(attach(app.pid(), "--enabled=false"), "without the agent");
            // A refused attach has changed nothing.
            attach(app.pid()).succeeded();
            app.tell("go").tell("end").end().succeeded().printed("fixed", Expected.sum(DEPTH));
        }
    }

    @Test
    void aProcessThatIsNotThereIsNamed() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        assertFails(attach(ended.pid()), "there is no process " + ended.pid());
        assertFails(attach(Long.MAX_VALUE), "there is no process " + Long.MAX_VALUE);
    }

    @Test
    void aJavaThatCannotAttachIsNamed() {
        Outcome attach =
                AppProcess.ofWords("dev.morestack.agent.Attach", "1", JAR)
                        .classPath(JAR)
                        .withoutAgent()
                        .flags("--limit-modules=java.base")
                        .run();
        assertFails(attach, "has no module jdk.attach");
    }

    @Test
    void aJvmWithoutTheAttachMechanismIsNamed() {
        try (RunningApp app =
                running(Jvm.standard()).flags("-XX:+DisableAttachMechanism").start()) {
            app.await("ready");
            assertFails(attach(app.pid()), "cannot attach to process " + app.pid());
            app.tell("end").end().succeeded();
        }
    }

    @Test
    void aJvmThatLoadsNoAgentsLaterIsNamed() {
        try (RunningApp app =
                running(Jvm.standard()).flags("-XX:-EnableDynamicAgentLoading").start()) {
            app.await("ready");
            assertFails(attach(app.pid()), "process " + app.pid() + " does not load the agent");
            app.tell("end").end().succeeded();
        }
    }

    @Test
    void anOlderJavaIsNamedAndLeftAlone() throws Exception {
        Assumptions.assumeFalse(Jvm.unsupported().isEmpty(), "no older Java was given");
        Path source = folder.resolve("Old.java");
        Files.writeString(
                source,
                "public class Old { public static void main(String[] a) throws Exception {"
                        + " System.out.println(\"ready\"); System.in.read(); } }");
        String[] javac = {"-Xlint:-options", "--release", "8", source.toString()};
        Assertions.assertEquals(
                0, javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, javac));
        for (Jvm jvm : Jvm.unsupported()) {
            AppProcess old = AppProcess.ofMainClass("Old", folder).on(jvm).withoutAgent();
            try (RunningApp app = old.start()) {
                app.await("ready");
                assertFails(attach(app.pid()), "stacks can grow from Java 21 on");
                Assertions.assertEquals("", app.tell("end").end().succeeded().stderr());
            }
        }
    }

    private static AppProcess running(Jvm jvm) {
        return AppProcess.of("attached.Running")
                .on(jvm)
                .withoutAgent()
                .heap("512m")
                .flags("-XX:+EnableDynamicAgentLoading")
                .arguments(DEPTH);
    }

    private static Outcome attach(long pid, String... options) {
        return AppProcess.ofWords("dev.morestack.agent.Attach", Long.toString(pid), JAR)
                .classPath(JAR)
                .withoutAgent()
                .heap("64m")
                .arguments((Object[]) options)
                .run();
    }

    private static void assertSays(Outcome attach, String words) {
        Assertions.assertTrue(attach.stderr().contains(words), () -> attach.describe(words));
    }

    private static void assertFails(Outcome attach, String words) {
        attach.exited(1);
        assertSays(attach, words);
        Assertions.assertEquals(1, attach.stderr().lines().count(), attach::stderr);
        Assertions.assertTrue(attach.stderr().startsWith("morestack: "), attach::stderr);
    }

    private static void assertHasItAlready(Outcome attach, long pid) {
        Assertions.assertEquals(
                "morestack: process " + pid + " has the agent already; nothing was changed\n",
                attach.succeeded().stderr());
    }
}
