package dev.morestack.agent;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program runs on stacks as small as one likes, and learns which threads need more. */
@Execution(ExecutionMode.CONCURRENT)
final class RehearsalIT {

    private static final String SAYS = "morestack: ";

    @ParameterizedTest
    @ValueSource(strings = {"-Xmixed", "-Xint"})
    void threadsThatNeedMoreAreNamedByKind(String mode) {
        // Interpreted frames have about 100 bytes, compiled ones at least 16.
        List<String> said = rehearse("16k", 5_000, mode);
        Assertions.assertEquals("rehearsal: 3 threads needed more than 16k", said.get(0));
        Assertions.assertTrue(said.get(1).startsWith("  again-# (3 threads): "), said::toString);
        Assertions.assertTrue(said.get(1).contains(" KiB, "), said::toString);
        Assertions.assertEquals(2, said.size(), said::toString);
    }

    @Test
    void whoGetsByIsNotNamed() {
        Assertions.assertEquals(
                List.of("rehearsal: every thread got by with 200k"),
                rehearse("200k", 100, "-Xint"));
    }

    private static List<String> rehearse(String size, int frames, String mode) {
        return AppProcess.of("growth.AgainAndAgain")
                .options("rehearse=" + size)
                .flags(mode)
                .arguments(3, frames, 3, false)
                .run()
                .succeeded()
                .printed("wrong", 0)
                .stderr()
                .lines()
                .filter(line -> line.startsWith(SAYS))
                .map(line -> line.substring(SAYS.length()))
                .collect(Collectors.toList());
    }
}
