package dev.morestack.benchmarks.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

/** Runs the server for a second or two. */
class ServerIT {

    private static final Path AGENT =
            Path.of(System.getProperty("morestack.jar", "../agent/target/morestack.jar"));

    @ParameterizedTest
    @CsvSource({
        "platform, segments, /runaway",
        "platform, adaptive, /greedy",
        "platform, carrier, /runaway",
        "platform, fixed, /runaway",
        "virtual, segments, /greedy"
    })
    void aRunawayRequestFailsAndNoOtherIsLost(String threads, String policy, String runaway)
            throws IOException, InterruptedException {
        ServerRun run = ServerRun.of(new Setup(threads, policy, runaway), AGENT, "512m", 1);
        assertEquals("StackLimitError", run.runaway().end());
        assertTrue(run.runaway().frames() > 1_000, run.runaway()::toString);
        assertEquals(0, run.lost());
        assertFalse(run.answers().isEmpty());
    }

    @Test
    void aWrongAnswerIsALostRequest() throws InterruptedException {
        // Nobody listens at port 1.
        Load load = new Load(1);
        Thread.sleep(100);
        List<Load.Answer> answers = load.stop();
        assertFalse(answers.isEmpty());
        assertTrue(answers.stream().noneMatch(Load.Answer::isGood));
    }

    @Test
    void thePictureIsWellFormed() throws Exception {
        List<Load.Answer> answers =
                List.of(
                        new Load.Answer(1_000_000, 300_000, true),
                        new Load.Answer(900_000_000, 3_000_000_000L, true));
        Runaway runaway = new Runaway("StackLimitError", 500_000_000, 1, 2, 3);
        ServerRun run = new ServerRun(Setup.ALL.getFirst(), answers, runaway, 400_000_000, 0);
        String svg = LatencyChart.of(List.of(run, run));
        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)));
        assertEquals(4, document.getElementsByTagName("polyline").getLength());
    }
}
