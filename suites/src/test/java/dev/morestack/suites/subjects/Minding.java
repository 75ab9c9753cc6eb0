package dev.morestack.suites.subjects;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Fails, by turns, everywhere, with the agent, under stress, or when it is run again. */
final class Minding {

    @Test
    void passes() {
        Assertions.assertTrue(Path.of("src/test/resources").toFile().isDirectory());
    }

    @Test
    void failsEverywhere() {
        Assertions.fail();
    }

    @Test
    void failsWithTheAgent() {
        Assertions.assertFalse(hasFlag("-javaagent:"));
    }

    @Test
    void failsUnderStress() {
        Assertions.assertFalse(hasFlag("stress="));
    }

    @Test
    void failsUnderStressForAKnownReason() {
        Assertions.assertFalse(hasFlag("stress="));
    }

    @Test
    void failsUnderStressAndThenWithoutTheAgent() {
        Assertions.assertFalse(hasFlag("stress=") || runsAgain());
    }

    @Test
    void failsUnderStressOnlyOnce() {
        Assertions.assertFalse(hasFlag("stress=") && !runsAgain());
    }

    private static boolean runsAgain() {
        return Path.of("").toAbsolutePath().getFileName().toString().contains("again");
    }

    private static boolean hasFlag(String part) {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.contains(part));
    }
}
