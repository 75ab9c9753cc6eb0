package dev.morestack.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An option that makes no sense is one line on stderr, and the JVM does not start. */
@Execution(ExecutionMode.CONCURRENT)
final class BadOptionIT {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=12q     | limit   | 12q     | size",
                "limit=-1      | limit   | -1      | size",
                "limit=        | limit   | ''      | size",
                "limit=1.5g    | limit   | 1.5g    | size",
                "window=wide   | window  | wide    | size",
                "quantum=8kk   | quantum | 8kk     | size",
                "quantum=99999999999g | quantum | 99999999999g | size",
                "enabled=maybe | enabled | maybe   | true or false",
                "profile=yes   | profile | yes     | sample:N",
                "profile=sample:0 | profile | sample:0 | sample:N",
                "policy=elastic | policy | elastic | StackPolicy",
                "policy=java.lang.String | policy | java.lang.String | adaptive",
                "rehearse=64    | rehearse | 64    | size",
                "rehearse=1m    | rehearse | 1m    | 240k",
                "initial=64     | initial | 64     | size",
                "limit=0        | limit  | 0       | size",
                "budget=0       | budget | 0       | size",
                "jmx=1         | jmx     | 1       | true or false",
                "debug=1       | debug   | 1       | true or false",
                "stress=-3     | stress  | -3      | true",
                "stress=often  | stress  | often   | true",
                "includes=a b  | includes | a b    | pattern",
                "excludes=a/(  | excludes | a/(    | pattern",
                "jdk=java.[u]  | jdk     | java.[u] | pattern"
            })
    void aMalformedValueIsNamedWithWhatIsAllowed(
            String option, String name, String wrong, String allowed) {
        String line = refused(AppProcess.of("basics.Hello").options(option));
        assertSays(line, name, wrong, allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limits=1g", "Limit=1g", "verbose=true", " =1"})
    void anUnknownOptionIsNamedWithThoseThereAre(String option) {
        String line = refused(AppProcess.of("basics.Hello").options(option));
        assertSays(line, option.substring(0, option.indexOf('=')), "limit", "includes", "stress");
    }

    @Test
    void anOptionWithoutAValueIsRefused() {
        assertSays(refused(AppProcess.of("basics.Hello").options("limit")), "limit", "size");
    }

    @Test
    void oneWrongOptionAmongGoodOnesIsFound() {
        AppProcess process = AppProcess.of("basics.Hello").options("limit=64m", "quantum=x");
        assertSays(refused(process), "quantum", "x", "size");
    }

    @Test
    void aConfigFileThatCannotBeReadIsNamed() {
        String missing = folder.resolve("missing.properties").toString();
        String line = refused(AppProcess.of("basics.Hello").options("config=" + missing));
        assertSays(line, "config", missing);
        assertSays(refused(AppProcess.of("basics.Hello").options("config=" + folder)), "config");
    }

    @Test
    void aWrongOptionInTheConfigFileIsNamedWithTheFile() throws IOException {
        Path malformed = Files.writeString(folder.resolve("a.properties"), "limit=much\n");
        assertSays(
                refused(AppProcess.of("basics.Hello").options("config=" + malformed)),
                "limit",
                "much",
                "size");
        Path unknown = Files.writeString(folder.resolve("b.properties"), "limits=1g\n");
        assertSays(
                refused(AppProcess.of("basics.Hello").options("config=" + unknown)),
                "limits",
                unknown.toString(),
                "includes");
    }

    @Test
    void aWrongPropertyOrVariableIsNamed() {
        assertSays(
                refused(AppProcess.of("basics.Hello").flags("-Dmorestack.limit=lots")),
                "limit",
                "lots",
                "size");
        assertSays(
                refused(AppProcess.of("basics.Hello").flags("-Dmorestack.limits=1g")),
                "limits",
                "includes");
        assertSays(
                refused(AppProcess.of("basics.Hello").environment("MORESTACK_LIMIT", "lots")),
                "limit",
                "lots",
                "size");
    }

    @Test
    void aReportOrDumpThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        String inFile = file.resolve("report").toString();
        assertSays(
                refused(AppProcess.of("basics.Hello").options("report=" + inFile)),
                "report",
                inFile,
                "stderr");
        assertSays(
                refused(AppProcess.of("basics.Hello").options("dumpdir=" + file)),
                "dumpdir",
                file.toString(),
                "folder");
    }

    /** Returns the one line that the JVM must have printed before it ended. */
    private static String refused(AppProcess process) {
        Outcome outcome = process.arguments("world").run().exited(1);
        Assertions.assertEquals("", outcome.stdout(), () -> outcome.describe("the program ran"));
        List<String> lines = outcome.stderr().lines().toList();
        Assertions.assertEquals(1, lines.size(), () -> outcome.describe("not one line"));
        Assertions.assertTrue(
                lines.get(0).startsWith("morestack"), () -> outcome.describe("whose line?"));
        return lines.get(0);
    }

    private static void assertSays(String line, String... texts) {
        for (String text : texts) {
            Assertions.assertTrue(line.contains(text), () -> "no '" + text + "' in: " + line);
        }
    }
}
