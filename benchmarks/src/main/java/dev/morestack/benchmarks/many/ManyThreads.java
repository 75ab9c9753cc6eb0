package dev.morestack.benchmarks.many;

import dev.morestack.benchmarks.Machine;
import dev.morestack.benchmarks.options.AgentJar;
import dev.morestack.benchmarks.options.ResultsFolder;
import dev.morestack.benchmarks.options.Tool;
import dev.morestack.benchmarks.options.WholeNumber;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs crowds of virtual threads in whole processes, one at a time, and writes a page. */
@Command(
        name = "benchmarks/run.sh --many",
        description = "Measures crowds of virtual threads that wait deep.")
public final class ManyThreads implements Callable<Integer> {

    private static final String HEAP = "11g";
    private static final int LONGEST_SECONDS = 600;

    @Mixin private AgentJar agent;
    @Mixin private ResultsFolder results;

    @Option(
            names = "--scale",
            paramLabel = "PERCENT",
            defaultValue = "100",
            converter = Percent.class,
            description = "Of each crowd so many threads (default: ${DEFAULT-VALUE}).")
    private int scale;

    @Option(
            names = "--crowd",
            paramLabel = "N",
            converter = CrowdNumber.class,
            description = "One crowd alone, from 1 (default: all).")
    private Integer crowd;

    /** What {@code --scale} takes. */
    private static final class Percent extends WholeNumber {
        Percent() {
            super(1, 100);
        }
    }

    /** What {@code --crowd} takes. */
    private static final class CrowdNumber extends WholeNumber {
        CrowdNumber() {
            super(1, Crowd.ALL.size());
        }
    }

    public static void main(String[] arguments) {
        Tool.run(new ManyThreads(), arguments);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Machine machine = Machine.here();
        LocalDate date = LocalDate.now(ZoneId.systemDefault());
        results.write(machine.pageName(date, "-many"), page(date, machine));
        return 0;
    }

    private String page(LocalDate date, Machine machine) throws IOException, InterruptedException {
        StringBuilder page = new StringBuilder();
        page.append("# Virtual threads at scale, ").append(date).append("\n\n");
        page.append(machine.describe()).append("\n\n");
        page.append("`benchmarks/run.sh --many --scale=").append(scale);
        page.append(crowd == null ? "" : " --crowd=" + crowd);
        page.append("`, JVMs with `-Xmx").append(HEAP).append("`, default flags else.\n\n");
        page.append("All threads recurse and wait there at the same time. Bytes are those of the");
        page.append(" heap after a full collection meanwhile, less those before: the threads");
        page.append(" themselves included. *Down* is until all wait, *up* until all have ended.");
        page.append("\n\n| threads | frames | agent | bytes a thread | bytes a frame | down, s |");
        page.append(" up, s |\n| ---: | ---: | --- | ---: | ---: | ---: | ---: |\n");
        for (Crowd each : crowd == null ? Crowd.ALL : List.of(Crowd.ALL.get(crowd - 1))) {
            for (Variant variant : Variant.ALL) {
                String line = line(each.scaled(scale), variant);
                System.out.print(line);
                page.append(line);
            }
        }
        return page.toString();
    }

    private String line(Crowd waiting, Variant variant) throws IOException, InterruptedException {
        String begin =
                String.format(
                        Locale.ROOT,
                        "| %,d | %,d | %s |",
                        waiting.threads(),
                        waiting.frames(),
                        variant.name());
        String text = run(waiting, variant);
        if (text == null) {
            return begin + " did not end well | | | |\n";
        }
        Outcome outcome = Outcome.parse(text);
        if (outcome.failed() > 0) {
            return String.format(
                    Locale.ROOT,
                    "%s `StackOverflowError` in %,d threads | | | |\n",
                    begin,
                    outcome.failed());
        }
        return String.format(
                Locale.ROOT,
                "%s %,.0f | %.1f | %.2f | %.2f |\n",
                begin,
                (double) outcome.heap() / waiting.threads(),
                (double) outcome.heap() / waiting.allFrames(),
                outcome.down() / 1e9,
                outcome.up() / 1e9);
    }

    /** Returns what the program printed, or null if it did not end well. */
    private String run(Crowd waiting, Variant variant) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(variant.command(agent.path(), HEAP, waiting))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader out = process.inputReader()) {
            boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? out.readLine() : null;
        } finally {
            process.destroyForcibly();
        }
    }
}
