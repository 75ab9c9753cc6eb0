package dev.morestack.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoresTest {

    private static final String JSON =
            """
            [
              {"benchmark": "dev.morestack.benchmarks.CheckBenchmark.checked", "forks": 3,
               "params": {"program": "FIB"},
               "primaryMetric": {"score": 2.5, "scoreError": 0.25, "scoreUnit": "us/op",
                                 "rawData": [[1.5, 1.5, 9], [1, 1.25, 1.25], [4, 4, 5]]}},
              {"benchmark": "dev.morestack.benchmarks.CheckBenchmark.bare",
               "primaryMetric": {"score": 1.0, "scoreError": "NaN", "rawData": [[1.0]]}},
              {"benchmark": "dev.morestack.benchmarks.RegionBenchmark.spill",
               "params": {"place": "VIRTUAL"},
               "primaryMetric": {"score": 90, "scoreError": 2, "rawData": [[90]]},
               "secondaryMetrics": {"nanos": {"score": 140, "rawData": [[20, 60], [60]]},
                                    "spills": {"score": 6, "rawData": [[2, 3], [1]]}}}
            ]
            """;

    @TempDir Path folder;
    private Scores scores;

    @BeforeEach
    void read() throws IOException {
        Path file = folder.resolve("scores.json");
        Files.writeString(file, JSON);
        scores = Scores.read(file);
    }

    @Test
    void aScoreGoesByClassMethodAndParameters() {
        assertEquals(
                new Scores.Score("CheckBenchmark checked FIB", 1.5, 1.25, 4),
                scores.of("CheckBenchmark checked FIB"));
    }

    @Test
    void theMedianOfTheJvmsCountsAndTheOthersStandBesideIt() {
        assertEquals("1.50 (1.25 - 4.00)", scores.of("CheckBenchmark checked FIB").text());
        assertEquals("1.00 (1.00 - 1.00)", scores.of("CheckBenchmark bare").text());
    }

    @Test
    void aPartOfTheOperationIsAScoreOfItsOwn() {
        assertEquals(90, scores.of("RegionBenchmark spill VIRTUAL").value());
        assertEquals(
                new Scores.Score("RegionBenchmark spill entering VIRTUAL", 37.5, 15, 60),
                scores.of("RegionBenchmark spill entering VIRTUAL"));
        assertEquals(4, scores.all().size());
    }

    @Test
    void whatWasNotRunHasNoScore() {
        assertThrows(IllegalArgumentException.class, () -> scores.of("CheckBenchmark bare FIB"));
    }
}
