package dev.morestack.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of the server: what became of the load before, during and after the runaway request.
 *
 * @param sent when the runaway request was sent, in ns since the load began
 * @param warmUp ns at the beginning that do not count
 */
record ServerRun(Setup setup, List<Load.Answer> answers, Runaway runaway, long sent, long warmUp) {

    /**
     * Percentiles of the latencies in a part of the run, in ms.
     *
     * @param requests how many there were
     */
    record Latency(int requests, double median, double most99, double most) {

        static Latency of(double[] millis) {
            double[] sorted = millis.clone();
            Arrays.sort(sorted);
            return new Latency(sorted.length, at(sorted, 50), at(sorted, 99), at(sorted, 100));
        }

        /** Returns the least value that so many percent do not exceed. */
        private static double at(double[] sorted, int percent) {
            int rank = (int) Math.ceil(sorted.length * (percent / 100.0));
            return sorted.length == 0 ? Double.NaN : sorted[Math.max(rank, 1) - 1];
        }
    }

    /**
     * Starts the server, loads it, sends the runaway request and waits for its end.
     *
     * @param seconds length of each part; of the first half as much does not count
     */
    static ServerRun of(Setup setup, Path agent, String heap, int seconds)
            throws IOException, InterruptedException {
        Process server =
                new ProcessBuilder(setup.command(agent, heap))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader out = server.inputReader()) {
            String port = out.readLine();
            if (port == null) {
                throw new IOException("no server: " + setup.command(agent, heap));
            }
            return measure(setup, Integer.parseInt(port), seconds);
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private static ServerRun measure(Setup setup, int port, int seconds)
            throws IOException, InterruptedException {
        Load load = new Load(port);
        try (Connection connection = new Connection(port)) {
            long warmUp = TimeUnit.MILLISECONDS.toNanos(seconds * 500L);
            TimeUnit.NANOSECONDS.sleep(warmUp);
            TimeUnit.SECONDS.sleep(seconds);
            long sent = load.now();
            Runaway runaway = Runaway.parse(connection.get(setup.runaway(), 500));
            TimeUnit.SECONDS.sleep(seconds);
            return new ServerRun(setup, load.stop(), runaway, sent, warmUp);
        } finally {
            List<Load.Answer> unused = load.stop();
        }
    }

    Latency before() {
        return between(warmUp, sent);
    }

    Latency during() {
        return between(sent, sent + runaway.nanos());
    }

    Latency after() {
        return between(sent + runaway.nanos(), Long.MAX_VALUE);
    }

    private Latency between(long from, long to) {
        return Latency.of(
                answers.stream()
                        .filter(answer -> answer.due() >= from && answer.due() < to)
                        .mapToDouble(answer -> answer.nanos() / 1e6)
                        .toArray());
    }

    long lost() {
        return answers.stream().filter(answer -> !answer.isGood()).count();
    }
}
