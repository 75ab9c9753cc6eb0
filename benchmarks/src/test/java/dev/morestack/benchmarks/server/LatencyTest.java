package dev.morestack.benchmarks.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyTest {

    @Test
    void percentilesAreTheLeastValuesThatSoManyDoNotExceed() {
        double[] millis = IntStream.rangeClosed(1, 200).mapToDouble(i -> 201 - i).toArray();
        ServerRun.Latency latency = ServerRun.Latency.of(millis);
        assertEquals(new ServerRun.Latency(200, 100, 198, 200), latency);
        assertTrue(Double.isNaN(ServerRun.Latency.of(new double[0]).median()));
    }

    @Test
    void requestsBelongToThePartInWhichTheyAreDue() {
        List<Load.Answer> answers =
                List.of(
                        new Load.Answer(0, 1_000_000, true), // warm-up
                        new Load.Answer(10, 2_000_000, true),
                        new Load.Answer(19, 3_000_000, false),
                        new Load.Answer(20, 4_000_000, true),
                        new Load.Answer(25, 5_000_000, true));
        Runaway runaway = Runaway.parse("StackLimitError 5 4 3 2");
        ServerRun run = new ServerRun(Setup.ALL.getFirst(), answers, runaway, 20, 10);
        assertEquals(new ServerRun.Latency(2, 2, 3, 3), run.before());
        assertEquals(new ServerRun.Latency(1, 4, 4, 4), run.during());
        assertEquals(new ServerRun.Latency(1, 5, 5, 5), run.after());
        assertEquals(1, run.lost());
    }
}
