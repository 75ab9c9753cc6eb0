package dev.morestack.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.morestack.examples.demo.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every command that an example shows, and compares what it prints with what is shown. */
class ExamplesIT {

    private static final Path SOURCES = Path.of("src/main/java/dev/morestack/examples");
    private static final Duration LIMIT = Duration.ofMinutes(1);

    static List<Session> sessions() throws IOException {
        List<Session> sessions = new ArrayList<>();
        for (Path source : sources()) {
            sessions.addAll(Session.of(source));
        }
        return sessions;
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void anExamplePrintsWhatItsHeadShows(Session session) throws Exception {
        ProcessBuilder process =
                new ProcessBuilder(AgentJvm.command(session.words()))
                        .directory(Path.of("..").toFile())
                        .redirectErrorStream(true);
        ProgramRun run = ProgramRun.of(process, LIMIT);
        assertTrue(
                Output.isAsShown(session.output(), run.out().lines().toList()),
                () -> session + " shows\n" + session.output() + "\nand printed\n" + run.out());
    }

    @Test
    void everyExampleShowsACommandAndItsOutput() throws IOException {
        for (Path source : sources()) {
            List<Session> sessions = Session.of(source);
            assertFalse(sessions.isEmpty(), source + " shows no command");
            for (Session session : sessions) {
                assertFalse(session.output().isEmpty(), session + " shows no output");
            }
        }
    }

    @Test
    void theExamplesAreNumberedWithoutGapAndListedInTheIndex() throws IOException {
        String index = Files.readString(Path.of("README.md"));
        int number = 0;
        for (Path source : sources()) {
            String name = source.getFileName().toString();
            number++;
            assertEquals(String.format("Example%02d", number), name.substring(0, 9));
            assertTrue(index.contains(name), name + " is not in README.md");
        }
        assertTrue(number >= 8);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(file -> file.getFileName().toString().startsWith("Example"))
                    .sorted()
                    .toList();
        }
    }
}
