package dev.morestack.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the JVM has one thread for C2, that is left to the program. */
@Execution(ExecutionMode.CONCURRENT)
final class CompilerDirectiveIT {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, true", "4, false"})
    void theAgentIsNotForC2WhereProcessorsAreFew(int processors, boolean expected) {
        app(processors, folder).printed("directive", expected);
        assertArrayEquals(new String[0], folder.toFile().list());
    }

    @Test
    void withoutAFolderForFilesThereIsNoDirectiveAndNoComplaint() {
        Outcome outcome = app(2, folder.resolve("missing"));
        outcome.printed("directive", false);
        assertEquals(1, outcome.agentLines().size(), outcome.stderr());
    }

    @Test
    void aFolderMayHaveSpacesInItsName() throws Exception {
        Path spaced = Files.createDirectory(folder.resolve("a b"));
        app(2, spaced).printed("directive", true);
    }

    private static Outcome app(int processors, Path files) {
        return AppProcess.of("system.Directives")
                .flags("-XX:ActiveProcessorCount=" + processors, "-Djava.io.tmpdir=" + files)
                .run()
                .succeeded();
    }
}
