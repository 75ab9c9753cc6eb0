package dev.morestack.agent;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which classes are woven shows in which recursion still overflows. */
@Execution(ExecutionMode.CONCURRENT)
final class SelectionIT {

    private static final int DEPTH = 300_000;
    private static final String OVERFLOW = "StackOverflowError";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "excludes=dev.morestack.apps.recursion.*",
                "excludes=nowhere.*:dev.morestack.apps.recursion.Call?",
                "includes=nowhere.*",
                "includes=dev.morestack.apps.*,excludes=*.Calls",
                "includes=dev.morestack.apps.recursion.Recursion",
                "enabled=false"
            })
    void whatIsNotChosenOverflowsAsBefore(String options) {
        Outcome outcome = recursion(options).exited(1);
        Assertions.assertTrue(
                outcome.stderr().contains(OVERFLOW), () -> outcome.describe("no overflow"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "includes=dev.morestack.apps.*",
                "includes=nowhere.*:dev.*.Call?",
                "includes=*,excludes=nowhere.*:java.*",
                "jdk=none",
                "enabled=true"
            })
    void whatIsChosenGrows(String options) {
        recursion(options).succeeded().printed("static", Expected.fold(DEPTH));
    }

    @Test
    void noneOfTheJdkGrowsWhenNoneIsChosen() {
        assertOverflows(AppProcess.of("jdk.RegexMatch").options("jdk=none").arguments(50_000));
        assertOverflows(AppProcess.of("jdk.SerializedList").options("jdk=none").arguments(100_000));
    }

    @Test
    void thePackagesOfTheJdkThatAreChosenGrowAndNoOthers() {
        AppProcess.of("jdk.RegexMatch")
                .options("jdk=java.util.regex.*")
                .arguments(50_000)
                .run()
                .succeeded()
                .printed("matches", true);
        assertOverflows(
                AppProcess.of("jdk.SerializedList")
                        .options("jdk=java.util.regex.*")
                        .arguments(100_000));
    }

    @Test
    void wovenClassesAreWrittenToTheDumpFolder() throws Exception {
        Path dump = folder.resolve("new/folder");
        AppProcess.of("recursion.Recursion")
                .options("dumpdir=" + dump)
                .arguments("MAIN", 10, "STATIC")
                .run()
                .succeeded();
        Path woven = dump.resolve("dev/morestack/apps/recursion/Calls.class");
        Assertions.assertTrue(Files.exists(woven), "no " + woven);
        byte[] bytes = Files.readAllBytes(woven);
        Assertions.assertEquals(0xCA, bytes[0] & 0xff);
        Assertions.assertEquals(0xFE, bytes[1] & 0xff);
        byte[] original = original("dev/morestack/apps/recursion/Calls.class");
        Assertions.assertTrue(bytes.length > original.length, "nothing was added");
        Path jdk = dump.resolve("java/util/HashMap.class");
        Assertions.assertTrue(Files.exists(jdk), "no " + jdk);
    }

    private static Outcome recursion(String options) {
        return AppProcess.of("recursion.Recursion")
                .options(options)
                .arguments("MAIN", DEPTH, "STATIC")
                .run();
    }

    private static void assertOverflows(AppProcess process) {
        Outcome outcome = process.run().exited(1);
        Assertions.assertTrue(
                outcome.stderr().contains(OVERFLOW), () -> outcome.describe("no overflow"));
    }

    private static byte[] original(String name) throws IOException {
        URL apps = Path.of(System.getProperty("morestack.testapps")).toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {apps}, null);
                InputStream in = loader.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
