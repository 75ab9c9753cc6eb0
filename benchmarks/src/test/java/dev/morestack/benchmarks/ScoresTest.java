package dev.morestack.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
              {"benchmark": "dev.morestack.benchmarks.CheckBenchmark.checked", "forks": 2,
               "params": {"program": "FIB"},
               "primaryMetric": {"score": 1.5, "scoreError": 0.25, "scoreUnit": "us/op"}},
              {"benchmark": "dev.morestack.benchmarks.CheckBenchmark.bare",
               "primaryMetric": {"score": 1.0, "scoreError": "NaN"}},
              {"benchmark": "dev.morestack.benchmarks.RegionBenchmark.spill",
               "params": {"place": "VIRTUAL"},
               "primaryMetric": {"score": 90, "scoreError": 2},
               "secondaryMetrics": {"nanos": {"score": 60}, "spills": {"score": 3}}}
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
                new Scores.Score("CheckBenchmark checked FIB", 1.5, 0.25),
                scores.of("CheckBenchmark checked FIB"));
    }

    @Test
    void anErrorThatIsNoNumberIsRead() {
        assertTrue(Double.isNaN(scores.of("CheckBenchmark bare").error()));
        assertEquals("1.00", scores.of("CheckBenchmark bare").text());
        assertEquals("1.50 ± 0.250", scores.of("CheckBenchmark checked FIB").text());
    }

    @Test
    void aPartOfTheOperationIsAScoreOfItsOwn() {
        assertEquals(90, scores.of("RegionBenchmark spill VIRTUAL").value());
        assertEquals(20, scores.of("RegionBenchmark spill entering VIRTUAL").value());
        assertEquals(4, scores.all().size());
    }

    @Test
    void whatWasNotRunHasNoScore() {
        assertThrows(IllegalArgumentException.class, () -> scores.of("CheckBenchmark bare FIB"));
    }
}
