package dev.morestack.benchmarks;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultPageTest {

    private static final Machine MACHINE =
            new Machine("Abacus(R) 3000", 4, 8_000_000_000L, "System 1", "JVM 25");

    @Test
    void aTargetIsMetByARatioThatIsSmallEnoughOnly() {
        String page = page(true, 1.6, 100);
        assertTrue(page.contains("| woven fib, times bare | 1.60 | 1.700 | met |"), page);
        page = page(true, 1.8, 100);
        assertTrue(page.contains("| woven fib, times bare | 1.80 | 1.700 | MISSED |"), page);
    }

    @Test
    void whatWasNotRunHasNoVerdict() {
        assertFalse(page(true, 1.6, 100).contains("oscillation"));
    }

    @Test
    void startUpIsJudgedByTheDifferenceOfPairs() {
        assertTrue(page(false, 1, 100).contains("| hello world, ms more | 100.00 | 100.0 | met |"));
        assertTrue(
                page(false, 1, 101).contains("| hello world, ms more | 101.00 | 100.0 | MISSED |"));
    }

    @Test
    void loadingOfClassesIsJudgedByTheRatioOfPairs() {
        String page = page(false, 1, 1);
        assertTrue(page.contains("| 5,000 classes, times without | 1.30 | 1.200 | MISSED |"), page);
    }

    @Test
    void thePageNamesMachineJvmAndFlags() {
        String page = page(true, 1, 1);
        assertTrue(page.contains("Abacus(R) 3000, 4 processors, 8 GB, System 1, JVM 25"), page);
        assertTrue(page.contains("`benchmarks/run.sh --quick`, JVMs with `-Xmx2g`"), page);
    }

    @Test
    void aMachinesNameServesAsTheNameOfAFile() {
        assertTrue(MACHINE.fileName().matches("abacus-3000-4cpu"), MACHINE.fileName());
    }

    private static String page(boolean quick, double wovenFib, double startUp) {
        Scores scores =
                new Scores(
                        List.of(
                                new Scores.Score("CheckBenchmark baselineFib", 1, 0.1),
                                new Scores.Score("CheckBenchmark wovenFib", wovenFib, 0.1)));
        return new ResultPage(
                        LocalDate.of(2026, 1, 2),
                        MACHINE,
                        "-Xmx2g",
                        new BenchmarkOptions(Path.of("morestack.jar"), Path.of("."), quick, ".*"),
                        scores,
                        new StartUp(11, 50, 50 + startUp, startUp, 3),
                        new StartUp(6, 1000, 1300, 300, 1.3))
                .text();
    }
}
