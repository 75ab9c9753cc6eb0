package dev.morestack.benchmarks;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long a program takes, from the start of its process to the end.
 *
 * @param pairs how often it was run, without and with the agent
 * @param without median in ms
 * @param with median in ms
 * @param difference median of the pairs' differences in ms, which a slow drift of the machine does
 *     not touch
 * @param ratio median of the pairs' ratios
 */
record StartUp(int pairs, double without, double with, double difference, double ratio) {

    private static final int LONGEST_SECONDS = 60;

    /** Measures hello world. */
    static StartUp ofHello(Path java, Path agent, int pairs)
            throws IOException, InterruptedException {
        String classPath = System.getProperty("java.class.path");
        return measure(java, agent, pairs, List.of("-cp", classPath, Hello.class.getName()));
    }

    /**
     * Measures a program that loads classes.
     *
     * @param folder where {@link GeneratedClasses} has put them
     */
    static StartUp ofClasses(Path java, Path agent, int pairs, Path folder, int count)
            throws IOException, InterruptedException {
        String classPath = folder + File.pathSeparator + System.getProperty("java.class.path");
        String main = LoadClasses.class.getName();
        return measure(
                java, agent, pairs, List.of("-cp", classPath, main, Integer.toString(count)));
    }

    /** Runs pairs in turn, one process at a time. */
    private static StartUp measure(Path java, Path agent, int pairs, List<String> program)
            throws IOException, InterruptedException {
        List<String> without = new ArrayList<>(List.of(java.toString()));
        List<String> with = new ArrayList<>(List.of(java.toString(), "-javaagent:" + agent));
        without.addAll(program);
        with.addAll(program);
        // The first of each kind reads files that later ones find in memory.
        milliseconds(without);
        milliseconds(with);
        double[] plain = new double[pairs];
        double[] woven = new double[pairs];
        double[] differences = new double[pairs];
        double[] ratios = new double[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            plain[pair] = milliseconds(without);
            woven[pair] = milliseconds(with);
            differences[pair] = woven[pair] - plain[pair];
            ratios[pair] = woven[pair] / plain[pair];
        }
        return new StartUp(
                pairs, median(plain), median(woven), median(differences), median(ratios));
    }

    private static double milliseconds(List<String> command)
            throws IOException, InterruptedException {
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
