package dev.morestack.suites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's XML is read test by test. */
final class TestReportTest {

    private static final String REPORT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="JUnit Jupiter" tests="4">
            <properties><property name="unique-id: no" value="x"/></properties>
            <testcase name="same()" classname="a.B" time="0">
            <system-out><![CDATA[
            unique-id: [engine:junit-jupiter]/[class:a.B]/[method:same()]
            display-name: unique name
            ]]></system-out>
            </testcase>
            <testcase name="same(int)[1]" classname="a.B" time="0">
            <failure message="expected" type="E"><![CDATA[E: expected
            	at a.B.same(B.java:1)]]></failure>
            <system-out><![CDATA[
            unique-id: [engine:junit-jupiter]/[class:a.B]/[template:same(int)]/[#1]
            display-name: [1] 1
            ]]></system-out>
            </testcase>
            <testcase name="thrown()" classname="a.B"><error type="E">x</error>
            <system-out><![CDATA[
            unique-id: thrown
            ]]></system-out></testcase>
            <testcase name="off()" classname="a.B"><skipped>off</skipped></testcase>
            <system-out><![CDATA[
            unique-id: the engine's own
            ]]></system-out>
            </testsuite>
            """;

    @TempDir Path folder;

    private Map<String, TestOutcome> outcomes;

    @BeforeEach
    void read() throws IOException {
        Files.writeString(folder.resolve("TEST-junit-jupiter.xml"), REPORT);
        Files.writeString(folder.resolve("other.xml"), "not read");
        outcomes = TestReport.read(folder);
    }

    @Test
    void everyTestIsThereOnce() {
        Assertions.assertEquals(4, outcomes.size(), outcomes::toString);
    }

    @Test
    void failuresAndErrorsAreFailures() {
        String failed = "[engine:junit-jupiter]/[class:a.B]/[template:same(int)]/[#1]";
        Assertions.assertEquals(Verdict.FAILED, outcomes.get(failed).verdict());
        Assertions.assertTrue(outcomes.get(failed).message().contains("at a.B.same"));
        Assertions.assertEquals(Verdict.FAILED, outcomes.get("thrown").verdict());
    }

    @Test
    void aTestThatPassesAfterAFailureIsNotTakenForOne() throws IOException {
        String passed = "[engine:junit-jupiter]/[class:a.B]/[method:same()]";
        Assertions.assertEquals(new TestOutcome(Verdict.PASSED, ""), outcomes.get(passed));
        Assertions.assertEquals(new TestOutcome(Verdict.SKIPPED, ""), outcomes.get("a.B.off()"));
    }

    @Test
    void aFolderThatIsNotThereHasNoTests() throws IOException {
        Assertions.assertEquals(Map.of(), TestReport.read(folder.resolve("none")));
    }

    @Test
    void aReportThatBreaksOffIsNoReport() throws IOException {
        Files.writeString(folder.resolve("TEST-half.xml"), REPORT.substring(0, 700));
        Assertions.assertThrows(IOException.class, () -> TestReport.read(folder));
    }
}
