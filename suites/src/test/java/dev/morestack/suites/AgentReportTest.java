package dev.morestack.suites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number of spills is taken from the agent's report. */
final class AgentReportTest {

    @TempDir Path folder;

    @Test
    void spillsOfVirtualThreadsAreNotCountedTwice() throws IOException {
        Path report =
                Files.writeString(
                        folder.resolve("report"),
                        """
                        morestack report
                        spills                                      40
                        spills of virtual threads                   2
                        bytes frozen                                1000
                        """);
        Assertions.assertEquals(40, AgentReport.spills(report));
    }

    @Test
    void withoutAReportTheyAreUnknown() throws IOException {
        Assertions.assertEquals(AgentReport.UNKNOWN, AgentReport.spills(folder.resolve("none")));
        Path empty = Files.createFile(folder.resolve("empty"));
        Assertions.assertEquals(AgentReport.UNKNOWN, AgentReport.spills(empty));
    }
}
