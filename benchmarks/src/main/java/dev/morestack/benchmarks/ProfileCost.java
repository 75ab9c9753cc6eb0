package dev.morestack.benchmarks;

import dev.morestack.benchmarks.options.AgentJar;
import dev.morestack.benchmarks.options.Tool;
import dev.morestack.benchmarks.options.WholeNumber;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What measuring costs: deep recursion with nothing counted, with counters, with a profile and with
 * a flight recording, as ratios to the first.
 *
 * <p>One JVM at a time, all four in each round and in turns, so that a drift of the machine meets
 * all of them; of the rounds' ratios the median counts.
 */
@Command(
        name = "benchmarks/run.sh --profile",
        description = "Measures what counting, sampling and recording cost.")
final class ProfileCost implements Callable<Integer> {

    private static final String[] NAMES = {
        "nothing counted (profile=off)",
        "counters (profile=false)",
        "sampled (profile=true)",
        "flight recording (-XX:StartFlightRecording)"
    };

    private static final String[][] FLAGS = {
        {"=profile=off"}, {"=profile=false"}, {"=profile=true"}, {"", "-XX:StartFlightRecording"}
    };

    private static final double[] MOST = {1, 1.01, 1.05, 1.10};

    private static final int LONGEST_SECONDS = 60;

    @Mixin private AgentJar agent;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "15",
            converter = RoundCount.class,
            description = "How often each is measured (default: ${DEFAULT-VALUE}).")
    private int rounds;

    /** What {@code --rounds} takes. */
    private static final class RoundCount extends WholeNumber {
        RoundCount() {
            super(1, 9_999);
        }
    }

    public static void main(String[] arguments) {
        Tool.run(new ProfileCost(), arguments);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.println(Machine.here().describe());
        System.out.println(rounds + " rounds; ns a frame, down and up, on segments; medians\n");
        for (String kind : new String[] {"empty", "busy"}) {
            print(kind, measure(agent.path(), kind, rounds));
        }
        return 0;
    }

    private static double[][] measure(Path agent, String kind, int rounds)
            throws IOException, InterruptedException {
        double[][] nanos = new double[FLAGS.length][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < FLAGS.length; i++) {
                int variant = (i + round) % FLAGS.length;
                nanos[variant][round] = run(agent, FLAGS[variant], kind);
            }
        }
        return nanos;
    }

    private static void print(String kind, double[][] nanos) {
        System.out.println("| 1,000,000 " + kind + " frames | ns | ratio | at most | |");
        System.out.println("| --- | ---: | ---: | ---: | --- |");
        for (int variant = 0; variant < nanos.length; variant++) {
            double[] ratios = new double[nanos[variant].length];
            for (int round = 0; round < ratios.length; round++) {
                ratios[round] = nanos[variant][round] / nanos[0][round];
            }
            double ratio = Statistics.median(ratios);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.3f | %.2f | %s |%n",
                    NAMES[variant],
                    Statistics.median(nanos[variant]),
                    ratio,
                    MOST[variant],
                    variant == 0 ? "" : ratio <= MOST[variant] ? "met" : "MISSED");
        }
        System.out.println();
    }

    private static double run(Path agent, String[] flags, String kind)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-Xmx2g", "-Xlog:disable"));
        all.add("-javaagent:" + agent + flags[0]);
        all.addAll(Arrays.asList(flags).subList(1, flags.length));
        List<String> command = JavaCommand.of(all, Descents.class, kind);
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            String line = ended ? out.readLine() : null;
            if (line == null || process.exitValue() != 0) {
                throw new IOException("did not end well: " + command);
            }
            return Double.parseDouble(line);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The program that is measured: descends again and again, and prints the median of ns. */
    static final class Descents implements Runnable {

        private static final int FRAMES = 1_000_000;

        private final int work;
        private final int warmUp;
        private final double[] nanos;

        private Descents(int work, int warmUp, int count) {
            this.work = work;
            this.warmUp = warmUp;
            nanos = new double[count];
        }

        public static void main(String[] arguments) throws InterruptedException {
            boolean busy = arguments[0].equals("busy");
            Descents descents = busy ? new Descents(40, 12, 15) : new Descents(0, 60, 60);
            Thread thread = new Thread(descents, "descents");
            thread.start();
            thread.join();
            System.out.println(Statistics.median(descents.nanos) / FRAMES);
        }

        @Override
        public void run() {
            long sum = 0;
            for (int i = 0; i < warmUp + nanos.length; i++) {
                long start = System.nanoTime();
                sum += descend(FRAMES, work, i);
                if (i >= warmUp) {
                    nanos[i - warmUp] = System.nanoTime() - start;
                }
            }
            if (sum == 0) {
                throw new IllegalStateException("no frames");
            }
        }

        private static long descend(int left, int work, long seed) {
            long value = seed;
            for (int step = 0; step < work; step++) {
                value = value * 0x5851F42D4C957F2DL + left;
            }
            return left == 0 ? 1 : (value & 1) + descend(left - 1, work, value);
        }
    }
}
