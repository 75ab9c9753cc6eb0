package dev.morestack.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

@Timeout(value = 20, unit = TimeUnit.MINUTES)
class FuzzIT {
    private static final FuzzSettings SETTINGS = FuzzSettings.fromProperties();

    /** One for all tests, for it keeps the references. */
    private static final Campaign CAMPAIGN = new Campaign(SETTINGS);

    private static final int FEW = 5;

    static final List<JvmConfig> CONFIGS = JvmConfig.USUAL;

    @ParameterizedTest(name = "{0}")
    @FieldSource("CONFIGS")
    void programsLeaveTheSameTraceOnAGrowingStackAsOnAHugeOne(JvmConfig config) throws Exception {
        int count = config.shareOf(SETTINGS.seeds());
        Comparison comparison = CAMPAIGN.compare(config, SETTINGS.seed(), count);
        System.out.println(comparison);
        assertEquals("", text(comparison.failures()));
        assertEquals(count, comparison.programs());
        // A few programs may all be shallow; many that never spill are no test.
        assertTrue(comparison.spills() > 0 || count < FEW, "the agent tells of no spill");
        assertEquals(
                config.isLimited(), comparison.refusals() > 0, () -> "met limits: " + comparison);
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.DAYS)
    void programsLeaveTheSameTraceForAsLongAsIsAskedFor() throws Exception {
        assumeTrue(SETTINGS.soak().isPositive(), "morestack.fuzz.minutes is not set");
        for (Comparison comparison : Soak.run(SETTINGS)) {
            assertEquals("", text(comparison.failures()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOBBER_ARGUMENT", "REPEAT_CALL", "LOSE_FINALLY"})
    void aDefectiveAgentIsFoundAndEachFailureTellsHowToReplayIt(
            Sabotage sabotage, @TempDir Path folder) throws Exception {
        Comparison comparison = sabotaged(sabotage, SETTINGS.patience(), folder);
        assertFalse(comparison.failures().isEmpty());
        for (Failure failure : comparison.failures()) {
            assertTrue(failure.toString().contains("expected: "), failure.toString());
            assertTrue(
                    failure.replay().endsWith("Replay " + failure.config() + " " + failure.seed()),
                    failure.toString());
        }
    }

    @Test
    void anErrorInAMethodThatHasBegunIsAFailure(@TempDir Path folder) throws Exception {
        Comparison comparison = sabotaged(Sabotage.THROW_LATE, SETTINGS.patience(), folder);
        String failures = text(comparison.failures());
        assertTrue(failures.contains("BROKEN limit met"), failures);
    }

    @Test
    void aCrashIsAFailureAndTheSeedsAfterItStillRun(@TempDir Path folder) throws Exception {
        Comparison comparison = sabotaged(Sabotage.CRASH, SETTINGS.patience(), folder);
        assertTrue(text(comparison.failures()).contains("hs_err"), text(comparison.failures()));
        assertTrue(comparison.failures().size() > 1, text(comparison.failures()));
    }

    @Test
    void aHangIsAFailureAndTheSeedsAfterItStillRun(@TempDir Path folder) throws Exception {
        Comparison comparison = sabotaged(Sabotage.HANG, Duration.ofSeconds(4), folder);
        assertTrue(
                text(comparison.failures()).contains("no sign of life"),
                text(comparison.failures()));
        assertTrue(comparison.failures().size() > 1, text(comparison.failures()));
    }

    private static Comparison sabotaged(Sabotage sabotage, Duration patience, Path folder)
            throws Exception {
        FuzzSettings settings = SETTINGS.withPatience(patience).withFolder(folder);
        return new Campaign(settings).compare(JvmConfig.sabotaged(sabotage), 1, 4);
    }

    private static String text(List<Failure> failures) {
        return failures.stream().map(Failure::toString).collect(Collectors.joining("\n"));
    }
}
