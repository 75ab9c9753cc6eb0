package dev.morestack.examples.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.morestack.examples.AgentJvm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The demo's cases with a million frames, counted at the bottom, on the default stack in a heap of
 * 2 GB; and with a hundred thousand frames of the interpreter, which are several times larger.
 */
class MillionFramesIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @ParameterizedTest
    @CsvSource({
        "GSON,          1000000, 1000000 arrays",
        "EVALEX,         500000, sum 125000250000",
        "JSON,           500000, 500000 objects",
        "REGEX,          170000, 170000 characters match",
        "SERIALIZATION,  250000, '250001 nodes, checksum 5208364583375000'",
        "JAVAC,          200000, twice(3) is 6",
    })
    void aMillionFramesFinish(DeepCase deepCase, int depth, String answer) throws Exception {
        check(run(deepCase, depth, List.of()), 1_000_000, answer);
    }

    @ParameterizedTest
    @CsvSource({
        "GSON,           100000, 100000 arrays",
        "EVALEX,          50000, sum 1250025000",
        "JSON,            50000, 50000 objects",
        "REGEX,           17000, 17000 characters match",
        "SERIALIZATION,   25000, '25001 nodes, checksum 5208645837500'",
        "JAVAC,           20000, twice(3) is 6",
    })
    void aHundredThousandInterpretedFramesFinish(DeepCase deepCase, int depth, String answer)
            throws Exception {
        check(run(deepCase, depth, List.of("-Xint")), 100_000, answer);
    }

    private static ProgramRun run(DeepCase deepCase, int depth, List<String> options)
            throws Exception {
        List<String> command = new ArrayList<>();
        command.add(AgentJvm.java().toString());
        command.add("-javaagent:" + AgentJvm.agent());
        command.add("-Xmx2g");
        command.addAll(options);
        command.addAll(List.of("-cp", "target/test-classes:target/classes:target/lib/*"));
        command.addAll(List.of(DeepCase.class.getName(), deepCase.name(), Integer.toString(depth)));
        return ProgramRun.of(new ProcessBuilder(command), LIMIT);
    }

    private static void check(ProgramRun run, long frames, String answer) {
        assertEquals(0, run.exitCode(), run::toString);
        List<String> lines = run.out().lines().toList();
        long counted = Long.parseLong(lines.get(0).substring("frames ".length()));
        assertTrue(counted >= frames, lines.get(0));
        assertEquals(answer, lines.get(1));
    }
}
