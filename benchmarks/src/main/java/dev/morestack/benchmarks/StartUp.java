package dev.morestack.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long hello world takes, from the start of its process to the end.
 *
 * @param pairs how often it was run, without and with the agent
 * @param without median in ms
 * @param with median in ms
 * @param difference median of the pairs' differences in ms, which a slow drift of the machine does
 *     not touch
 */
record StartUp(int pairs, double without, double with, double difference) {

    private static final int LONGEST_SECONDS = 60;

    /** Runs pairs in turn, one process at a time. */
    static StartUp measure(Path java, Path agent, int pairs)
            throws IOException, InterruptedException {
        List<String> agentOption = List.of("-javaagent:" + agent);
        // The first of each kind reads files that later ones find in memory.
        milliseconds(java, List.of());
        milliseconds(java, agentOption);
        double[] without = new double[pairs];
        double[] with = new double[pairs];
        double[] differences = new double[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            without[pair] = milliseconds(java, List.of());
            with[pair] = milliseconds(java, agentOption);
            differences[pair] = with[pair] - without[pair];
        }
        return new StartUp(pairs, median(without), median(with), median(differences));
    }

    private static double milliseconds(Path java, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Hello.class.getName());
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start();
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("did not end well: " + command);
            }
            return (System.nanoTime() - start) / 1e6;
        } finally {
            process.destroyForcibly();
        }
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
