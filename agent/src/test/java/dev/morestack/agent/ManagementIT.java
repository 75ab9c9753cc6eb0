package dev.morestack.agent;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The bean that {@code jmx=true} registers. */
@Execution(ExecutionMode.CONCURRENT)
final class ManagementIT {

    @TempDir Path folder;

    @Test
    void theBeanCountsReportsAndForgets() throws Exception {
        Path file = folder.resolve("report.html");
        Outcome outcome =
                AppProcess.of("profiled.Managed")
                        .options("jmx=true", "profile=true", "policy=segments")
                        .arguments(file)
                        .run()
                        .succeeded()
                        .printed("registered", true)
                        .printed("frames", 200_000)
                        .printed("sites", "[[dev.morestack.apps.profiled.Managed.descend]]")
                        .printed("spills-after-reset", 0);
        long spills = Long.parseLong(outcome.result("spills"));
        Assertions.assertTrue(spills > 20, () -> outcome.describe("too few spills"));
        long bytes = Long.parseLong(outcome.result("bytes"));
        Assertions.assertTrue(bytes > 200_000 * 16, () -> outcome.describe("too few bytes"));
        Assertions.assertTrue(Long.parseLong(outcome.result("deepest")) > 200_000 * 16);
        Assertions.assertTrue(Long.parseLong(outcome.result("counts")) >= 10);
        Assertions.assertTrue(Files.readString(file).contains("Managed.descend"));
    }

    @Test
    void thereIsNoBeanUnlessAskedFor() {
        AppProcess.of("profiled.Managed")
                .arguments(folder.resolve("none"))
                .run()
                .succeeded()
                .printed("registered", false);
    }
}
