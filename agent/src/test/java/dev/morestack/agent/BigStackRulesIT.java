package dev.morestack.agent;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Regions for code that cannot be annotated, by the option {@code bigstack}. */
final class BigStackRulesIT {

    /** On a carrier that a thread has grown onto, regions have room. */
    private static final String AT_HOME = "policy=segments";

    private static final Path JARS = Path.of(AppProcess.required("morestack.neighbours"));
    private static final String IN_DRIVER = "org.sqlite.core.NativeDB::*(64m)";
    private static final String NO_WARNING = "--enable-native-access=ALL-UNNAMED";

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void sqliteRecursesInC(String starter) {
        Outcome outcome =
                with("sqlite-jdbc.jar", AppProcess.of("regions.NestedSql"))
                        .options("report=stderr", AT_HOME, "bigstack=" + sqlite())
                        .arguments(starter, 100_000, 400, 24_000)
                        .run()
                        .grew();
        outcome.printed("nested", 400).printed("like", 1);
        Assertions.assertTrue(
                outcome.counted("moves to a big carrier") > 0, () -> outcome.describe("no move"));
    }

    /** The driver calls C with a monitor held: where that pins, the region begins before. */
    private static String sqlite() {
        return Jvm.standard().freezesMonitors()
                ? IN_DRIVER
                : "dev.morestack.apps.regions.NestedSql::ask(64m)";
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void aRegionBelowAMonitorThatPinsHasToDoWithTheStackThatIsThere(String starter) {
        Outcome outcome =
                with("sqlite-jdbc.jar", AppProcess.of("regions.NestedSql"))
                        .options("report=stderr", AT_HOME, "bigstack=" + IN_DRIVER)
                        .arguments(starter, 100_000, 10, 100)
                        .run()
                        .grew();
        outcome.printed("nested", 10).printed("like", 1);
        Assertions.assertEquals(
                !Jvm.standard().freezesMonitors(),
                outcome.counted("regions without room") > 0,
                () -> outcome.describe("regions without room"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "VIRTUAL"})
    void zstdCompressesBelowADeepRecursion(String starter) {
        Outcome outcome =
                with("zstd-jni.jar", AppProcess.of("regions.Compressed"))
                        .options(
                                "report=stderr",
                                AT_HOME,
                                "bigstack=com.github.luben.zstd.Zstd*::*(4m)")
                        .arguments(starter, 1_000_000, 2_000_000)
                        .run()
                        .grew();
        outcome.printed("same", true, true, true);
        Assertions.assertTrue(
                outcome.counted("moves to a big carrier") > 0, () -> outcome.describe("no move"));
    }

    @ParameterizedTest
    @CsvSource({
        "java.util.zip.Deflater::deflate(4m), 0",
        "java.util.zip.CRC32::updateBytes0(4m), 0",
        "java.lang.Runtime::totalMemory(4m), 1"
    })
    void methodsOfTheJdkGetRegionsToo(String rule, int least) {
        Outcome outcome =
                AppProcess.of("regions.OfJdk")
                        .options("report=stderr", "bigstack=" + rule)
                        .run()
                        .succeeded();
        outcome.printed("same", true).printed("memory", true);
        Assertions.assertTrue(
                outcome.counted("moves to a big carrier") > least,
                () -> outcome.describe("no move"));
        Assertions.assertFalse(outcome.stderr().contains("has matched no method"));
    }

    @Test
    void aPatternThatMatchesNothingIsNamedAtExit() {
        Outcome outcome =
                AppProcess.of("regions.OfJdk")
                        .options("bigstack=java.util.zip.Deflater::deflate:no.Such*::method(3m)")
                        .run()
                        .succeeded();
        Assertions.assertTrue(
                outcome.agentLines()
                        .contains(
                                "morestack: option bigstack: 'no.Such*::method(3m)' has matched no"
                                        + " method"),
                () -> outcome.describe("not named"));
        Assertions.assertFalse(outcome.stderr().contains("Deflater"));
    }

    @Test
    void anAnnotationThatAsksForNonsenseIsOffAndNamedOnce() {
        Outcome outcome = AppProcess.of("regions.Bad").options("report=stderr").run().succeeded();
        for (String name : new String[] {"malformed", "zero", "huge", "negative", "none"}) {
            outcome.printed(name, "called");
        }
        outcome.printed("largest", "CarrierLimitError").printed("after", "called");
        for (String size : new String[] {"lots", "0", "900000g"}) {
            Assertions.assertEquals(
                    1,
                    outcome.agentLines().stream()
                            .filter(line -> line.contains("@BigStack(\"" + size + "\")"))
                            .count(),
                    () -> outcome.describe(size));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.B::c(0)",
                "a.B::c(-4m)",
                "a.B::c(4q)",
                "a.B::c()",
                "a.B::c(4m",
                "a.B::c(4m)x",
                "a.B(4m)",
                "::c(4m)",
                "a.B::(4m)",
                "a.B::c(900000g)",
                "a.B::c(999999999g)"
            })
    void aRuleThatAsksForNonsenseIsRefusedAtStart(String rule) {
        Outcome outcome = AppProcess.of("basics.Hello").options("bigstack=" + rule).run().exited(1);
        Assertions.assertTrue(
                outcome.agentLines().stream()
                        .anyMatch(line -> line.contains("bigstack") && line.contains(rule)),
                () -> outcome.describe("not named"));
    }

    private static AppProcess with(String jar, AppProcess process) {
        return process.flags(NO_WARNING)
                .classPath(
                        String.join(
                                File.pathSeparator,
                                AppProcess.required("morestack.testapps"),
                                AppProcess.required("morestack.api"),
                                JARS.resolve(jar).toString()));
    }
}
