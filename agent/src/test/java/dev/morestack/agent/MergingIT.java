package dev.morestack.agent;

import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What C2 makes of inlined checks, by its own account. */
final class MergingIT {

    private static final int DEPTH = 1_000;

    @ParameterizedTest
    @CsvSource({
        "MAIN, policy=adaptive, true",
        "VIRTUAL, policy=segments, true",
        "MAIN, stress=1000000, false"
    })
    void inlinedChecksAreGoneUnlessUnderStress(String starter, String option, boolean merges) {
        Outcome outcome =
                AppProcess.of("recursion.Recursion")
                        .options(option)
                        // Otherwise the program may end before C2 gets to it.
                        .flags("-Xbatch")
                        .flags(
                                "-XX:+UnlockDiagnosticVMOptions",
                                "-XX:CompileCommand=PrintInlining,*.Inlined::*",
                                "-XX:CompileCommand=quiet")
                        .arguments(starter, DEPTH, "INLINED")
                        .run()
                        .succeeded();
        List<String> lines = outcome.stdout().lines().toList();
        Assertions.assertTrue(
                lines.stream().anyMatch(line -> line.contains("Morestack::overdrawn")),
                () -> outcome.describe("no check is compiled"));
        Assertions.assertEquals(
                merges, merged(lines) > 0, () -> outcome.describe(merged(lines) + " merged"));
    }

    /** Counts the checks that ask whether they merge and whose slow path is not compiled. */
    private static int merged(List<String> lines) {
        int merged = 0;
        for (int i = 0; i < lines.size() - 1; i++) {
            String line = lines.get(i);
            boolean asks = line.contains("::isCompileConstant ") && line.contains("(intrinsic)");
            if (asks && !lines.get(i + 1).contains("Morestack::overdrawn")) {
                merged++;
            }
        }
        return merged;
    }
}
