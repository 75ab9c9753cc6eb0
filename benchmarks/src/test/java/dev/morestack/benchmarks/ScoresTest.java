package dev.morestack.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
              {"benchmark": "dev.morestack.benchmarks.CheckBenchmark.wovenFib", "forks": 2,
               "primaryMetric": {"score": 1.5, "scoreError": 0.25, "scoreUnit": "ns/op"}},
              {"benchmark": "dev.morestack.benchmarks.CheckBenchmark.baselineFib",
               "primaryMetric": {"score": 1.0, "scoreError": "NaN"}},
              {"benchmark": "dev.morestack.benchmarks.DepthBenchmark.segments",
               "params": {"depth": "10000", "kind": "EMPTY"},
               "primaryMetric": {"score": 9.5, "scoreError": 1}},
              {"benchmark": "dev.morestack.benchmarks.DepthBenchmark.segments",
               "params": {"depth": "10000", "kind": "BUSY"},
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
        assertEquals(5, scores.all().size());
        assertEquals(new Scores.Score("CheckBenchmark wovenFib", 1.5, 0.25), scores.all().get(0));
        assertEquals(9.5, scores.nanos("DepthBenchmark segments 10000 EMPTY").orElseThrow());
    }

    @Test
    void anErrorThatIsNoNumberIsRead() {
        assertTrue(Double.isNaN(scores.all().get(1).error()));
    }

    @Test
    void aRatioNeedsBothBenchmarks() {
        assertEquals(
                1.5,
                scores.ratio("CheckBenchmark wovenFib", "CheckBenchmark baselineFib")
                        .orElseThrow());
        assertFalse(scores.ratio("CheckBenchmark wovenFib", "CheckBenchmark none").isPresent());
    }

    @Test
    void aPartOfTheOperationIsAScoreOfItsOwn() {
        String part = "DepthBenchmark segments 10000 BUSY entering";
        assertEquals(20, scores.nanos(part).orElseThrow());
    }

    @Test
    void aDifferenceNeedsBothBenchmarks() {
        assertEquals(
                0.5,
                scores.difference("CheckBenchmark wovenFib", "CheckBenchmark baselineFib")
                        .orElseThrow());
        assertFalse(
                scores.difference("CheckBenchmark none", "CheckBenchmark wovenFib").isPresent());
    }

    @Test
    void theMostIsTakenAmongNamesThatBeginAlike() {
        assertEquals(90, scores.most("DepthBenchmark segments").orElseThrow());
        assertFalse(scores.most("OscillationBenchmark").isPresent());
    }
}
