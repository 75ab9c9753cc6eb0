package dev.morestack.benchmarks.many;

import dev.morestack.benchmarks.Machine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Runs crowds of virtual threads in whole processes, one at a time, and writes a page. Arguments:
 * {@code --agent=JAR}, {@code --results=FOLDER}, {@code --scale=PERCENT} for fewer threads, and
 * {@code --crowd=N} for one crowd alone.
 */
public final class ManyThreads {

    private static final String HEAP = "7g";
    private static final int LONGEST_SECONDS = 600;

    private final Path agent;
    private final int scale;

    /** From 1; 0 for all. */
    private final int crowd;

    private ManyThreads(Path agent, int scale, int crowd) {
        this.agent = agent;
        this.scale = scale;
        this.crowd = crowd;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path agent = null;
        Path results = Path.of("benchmarks", "results");
        int scale = 100;
        int crowd = 0;
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            if (argument.startsWith("--agent=")) {
                agent = Path.of(value).toAbsolutePath();
            } else if (argument.startsWith("--results=")) {
                results = Path.of(value);
            } else if (argument.matches("--scale=([1-9]\\d?|100)")) {
                scale = Integer.parseInt(value);
            } else if (argument.matches("--crowd=[1-3]")) {
                crowd = Integer.parseInt(value);
            } else {
                System.err.println(
                        "usage: ManyThreads --agent=JAR [--results=FOLDER] [--scale=PERCENT]"
                                + " [--crowd=N]");
                System.exit(2);
            }
        }
        Machine machine = Machine.here();
        LocalDate date = LocalDate.now(ZoneId.systemDefault());
        String page = new ManyThreads(agent, scale, crowd).page(date, machine);
        Path file =
                Files.createDirectories(results)
                        .resolve(date + "-" + machine.fileName() + "-many.md");
        Files.writeString(file, page);
        System.out.println("\n" + page + "\nwritten to " + file);
    }

    private String page(LocalDate date, Machine machine) throws IOException, InterruptedException {
        StringBuilder page = new StringBuilder();
        page.append("# Virtual threads at scale, ").append(date).append("\n\n");
        page.append(machine.describe()).append("\n\n");
        page.append("`benchmarks/run.sh --many --scale=").append(scale);
        page.append(crowd == 0 ? "" : " --crowd=" + crowd);
        page.append("`, JVMs with `-Xmx").append(HEAP).append("`, default flags else.\n\n");
        page.append("All threads recurse and wait there at the same time. Bytes are those of the");
        page.append(" heap after a full collection meanwhile, less those before: the threads");
        page.append(" themselves included. *Down* is until all wait, *up* until all have ended.");
        page.append("\n\n| threads | frames | agent | bytes a thread | bytes a frame | down, s |");
        page.append(" up, s |\n| ---: | ---: | --- | ---: | ---: | ---: | ---: |\n");
        for (Crowd each : crowd == 0 ? Crowd.ALL : List.of(Crowd.ALL.get(crowd - 1))) {
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
                new ProcessBuilder(variant.command(agent, HEAP, waiting))
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
