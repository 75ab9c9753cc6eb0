package dev.morestack.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher {@code ./morestack}, on machines that are made up. */
final class LauncherIT {

    private static final String[] RUN = {"run", "--", "Main"};

    @TempDir Path folder;

    private FakeMachine machine;

    @BeforeEach
    void makeMachine() throws IOException {
        machine = new FakeMachine(folder);
        machine.maven();
    }

    @Test
    void theNewestJavaRunsTheProgram() throws Exception {
        machine.jdk("usr/lib/jvm/java 21", "21.0.11");
        machine.jdk("opt/jdk-25.0.9", "25.0.9");
        machine.jdk("Library/Java/JavaVirtualMachines/25/Contents/Home", "25.0.10");
        machine.jdk("usr/lib/jvm/java-8", "1.8.0_412");
        machine.environment("JAVA_HOME", machine.jdk("anywhere", "24"));
        assertRuns("25.0.10", machine.launch(RUN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usr/lib/jvm/a",
                "usr/lib64/jvm/a",
                "usr/java/a",
                "opt/a",
                "opt/java/a",
                "home/some one/.sdkman/candidates/java/a",
                "home/some one/.jdks/a",
                "home/some one/Library/Java/JavaVirtualMachines/a/Contents/Home"
            })
    void javaIsFoundInTheUsualFolders(String jdk) throws Exception {
        machine.jdk(jdk, "25.0.1");
        assertRuns("25.0.1", machine.launch(RUN));
    }

    @Test
    void javaOnThePathIsAskedForItsVersionWhenNoFileTells() throws Exception {
        machine.jdk("opt/a", "25");
        Path jdk = machine.jdkWithoutRelease("built by hand", "26-internal");
        machine.onPath("java", jdk.resolve("bin/java"));
        assertRuns("26-internal", machine.launch(RUN));
    }

    @Test
    void aJavaAskedForWinsAgainstANewerOne() throws Exception {
        machine.jdk("opt/a", "25");
        machine.environment("MORESTACK_JAVA_HOME", machine.jdk("some where", "21.0.2"));
        assertRuns("21.0.2", machine.launch(RUN));
    }

    @Test
    void withoutAnyJavaItSaysWhatToInstall() throws Exception {
        assertRefused(
                1,
                "morestack: no Java found; install a JDK 21 or later, such as Temurin from"
                        + " adoptium.net",
                machine.launch(RUN));
    }

    @Test
    void withOnlyOldJavaItSaysWhichItFound() throws Exception {
        machine.jdk("opt/b", "1.8.0_412");
        Path newest = machine.jdk("opt/c", "17.0.15");
        assertRefused(
                1,
                "morestack: needs Java 21 or later and found only 17.0.15, " + newest + "/bin/java",
                machine.launch(RUN));
    }

    @Test
    void optionsAndArgumentsArriveAsTheyAre() throws Exception {
        machine.jdk("opt/a", "25");
        Outcome outcome =
                machine.launch(
                        "run",
                        "--excludes=com.acme.*",
                        "--report=a file, with = and $(id)",
                        "--",
                        "-Xmx1g",
                        "Main",
                        "--limit=1m",
                        "",
                        "--",
                        "two\nlines",
                        "*");
        assertEquals(
                "25 exec\n<-javaagent:"
                        + machine.project
                        + "/agent/target/morestack.jar>"
                        + "<-Dmorestack.excludes=com.acme.*>"
                        + "<-Dmorestack.report=a file, with = and $(id)>"
                        + "<-Xmx1g><Main><--limit=1m><><--><two\nlines><*>",
                outcome.exited(7).stdout());
    }

    @Test
    void theDemoIsStartedWithTheAgentAndItsArguments() throws Exception {
        machine.jdk("opt/a", "25");
        String examples = machine.project + "/examples/target/";
        assertEquals(
                "25 exec\n<-cp><"
                        + (examples + "classes:" + examples + "lib/*>")
                        + "<dev.morestack.examples.demo.Demo>"
                        + ("<--agent=" + machine.project + "/agent/target/morestack.jar><4><5>"),
                machine.launch("demo", "4", "5").exited(7).stdout());
    }

    @Test
    void anAttachIsStartedWithTheProcessTheAgentAndItsOptions() throws Exception {
        machine.jdk("opt/a", "25");
        String jar = machine.project + "/agent/target/morestack.jar";
        assertEquals(
                "25 exec\n<-cp><"
                        + (jar + "><dev.morestack.agent.Attach><4711><" + jar + ">")
                        + "<--limit=1m><--report=a file>",
                machine.launch("attach", "4711", "--limit=1m", "--report=a file")
                        .exited(7)
                        .stdout());
    }

    @Test
    void topAndReportAreStartedWithTheirArguments() throws Exception {
        machine.jdk("opt/a", "25");
        String jar = machine.project + "/agent/target/morestack.jar";
        assertEquals(
                "25 exec\n<-cp><"
                        + (jar + "><dev.morestack.agent.Top><4711><" + jar + "><--every=5>"),
                machine.launch("top", "4711", "--every=5").exited(7).stdout());
        assertEquals(
                "25 exec\n<-cp><"
                        + (jar + "><dev.morestack.agent.report.Compare><a b.json><c.json>"),
                machine.launch("report", "a b.json", "c.json").exited(7).stdout());
    }

    @Test
    void theJarIsBuiltBeforeItsFirstUseAndWhenASourceHasChanged() throws Exception {
        Path jdk = machine.jdk("opt/a", "25");
        String call = "-q -B -Dmaven.test.skip=true -pl agent -am package JAVA_HOME=" + jdk;
        assertEquals(
                "morestack: building agent/target/morestack.jar with Maven\n",
                machine.launch(RUN).exited(7).stderr());
        assertEquals("", machine.launch(RUN).exited(7).stderr());
        assertEquals(List.of(call), machine.mavenCalls());

        Path jar = machine.project.resolve("agent/target/morestack.jar");
        FakeMachine.write(machine.project.resolve("agent/src/test/java/Other.java"), "");
        machine.launch(RUN).exited(7);
        assertEquals(List.of(call), machine.mavenCalls());
        Files.setLastModifiedTime(
                jar, Files.getLastModifiedTime(machine.project.resolve("runtime/pom.xml")));
        FakeMachine.write(machine.project.resolve("runtime/src/main/java/Other.java"), "");
        machine.launch(RUN).exited(7);
        assertEquals(List.of(call, call), machine.mavenCalls());
    }

    @Test
    void aBuildThatFailsTellsWhereItsOutputIs() throws Exception {
        machine.jdk("opt/a", "25");
        FakeMachine.write(machine.project.resolve("broken"), "");
        Path log = machine.project.resolve("agent/target/launcher-build.log");
        Outcome outcome = machine.launch(RUN).exited(1);
        assertEquals(
                List.of(
                        "morestack: building agent/target/morestack.jar with Maven",
                        "morestack: the build failed; Maven's output is in " + log),
                outcome.stderr().lines().toList());
        assertEquals("what Maven says\n", Files.readString(log));
    }

    @Test
    void withoutMavenItSaysThatTheJarCannotBeBuilt() throws Exception {
        machine = new FakeMachine(folder.resolve("without Maven"));
        machine.jdk("opt/a", "25");
        assertRefused(
                1,
                "morestack: mvn is not on the PATH: agent/target/morestack.jar is built with Maven",
                machine.launch(RUN));
    }

    @Test
    void itMayBeCalledThroughSymbolicLinks() throws Exception {
        machine.jdk("opt/a", "25");
        Path far = Files.createSymbolicLink(folder.resolve("far"), Path.of("a machine/near"));
        Files.createSymbolicLink(machine.root.resolve("near"), Path.of("my project/morestack"));
        assertRuns("25", machine.launch(far, RUN));
    }

    @ParameterizedTest
    @CsvSource({
        "'', no command",
        "detach 5, unknown command 'detach'",
        "attach, attach: the process id is missing",
        "attach Main, attach: 'Main' is no process id",
        "attach --limit=1m 5, attach: '--limit=1m' is no process id",
        "attach 5 limit=1m, attach: 'limit=1m' is not of the form --key=value",
        "top, top: the process id is missing",
        "top Main, top: 'Main' is no process id",
        "'report a.json', 'report takes two reports, OLD.json and NEW.json'",
        "help run, help takes no arguments",
        "run, run: -- and what to give to java are missing",
        "run --limit=1m, run: -- and what to give to java are missing",
        "run --limit=1m --, run: nothing to give to java behind the --",
        "run --limit 1m -- Main, "
                + "run: '--limit' is not of the form --key=value and no -- stands before it",
        "run Main, run: 'Main' is not of the form --key=value and no -- stands before it",
    })
    void aCommandThatMakesNoSenseIsRefusedInOneLine(String arguments, String reason)
            throws Exception {
        String launcher = machine.project + "/morestack";
        String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ");
        assertRefused(
                2, "morestack: " + reason + "; see " + launcher + " help", machine.launch(words));
    }

    @Test
    void helpAndVersionNeedNeitherJavaNorMaven() throws Exception {
        assertEquals("morestack 1.2.3\n", machine.launch("version").succeeded().stdout());
        String help = machine.launch("help").succeeded().stdout();
        for (Option option : Option.values()) {
            assertTrue(help.contains("--" + option.key() + "="), () -> option + " is not in help");
        }
    }

    /** Asserts that the program ran in place of the launcher, and with its exit code. */
    private static void assertRuns(String java, Outcome outcome) {
        assertTrue(
                outcome.exited(7).stdout().startsWith(java + " exec\n"),
                () -> outcome.describe("not run by " + java));
        assertTrue(outcome.stdout().endsWith("<Main>"), outcome::stdout);
    }

    private static void assertRefused(int exitCode, String line, Outcome outcome) {
        assertEquals(line + "\n", outcome.exited(exitCode).stderr());
        assertEquals("", outcome.stdout());
    }
}
