package dev.morestack.benchmarks;

import dev.morestack.benchmarks.options.AgentJar;
import dev.morestack.benchmarks.options.ResultsFolder;
import dev.morestack.benchmarks.options.Tool;
import dev.morestack.benchmarks.page.Page;
import dev.morestack.benchmarks.page.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Runs the suite and writes a page of results with charts. This JVM itself runs without the agent
 * and measures nothing: everything that is measured has a JVM of its own, one at a time.
 */
@Command(
        name = "benchmarks/run.sh",
        description = "Runs the benchmark suite and writes a page with charts.")
public final class Benchmarks implements Callable<Integer> {

    @Mixin private AgentJar agent;
    @Mixin private ResultsFolder results;
    @Mixin private BenchmarkOptions options;

    public static void main(String[] arguments) {
        Tool.run(new Benchmarks(), arguments);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Bench bench = new Bench(agent.path(), options.effort());
        List<Section> sections = new ArrayList<>();
        long start = System.nanoTime();
        Path file = null;
        for (Parts part : options.parts()) {
            System.out.printf(Locale.ROOT, "%5.0f s  %s%n", seconds(start), part.title());
            sections.add(part.part().measure(bench));
            // Anew after each part: a run that does not come to its end leaves what it has.
            file = write(sections, seconds(start));
        }
        System.out.printf(Locale.ROOT, "%5.0f s%n%n", seconds(start));
        System.out.println(Files.readString(file) + "\nwritten to " + file);
        return 0;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private Path write(List<Section> sections, double seconds) throws IOException {
        Machine machine = Machine.here();
        LocalDate date = LocalDate.now(ZoneId.systemDefault());
        List<String> notes = new ArrayList<>();
        notes.add(machine.describe());
        notes.add(
                String.format(
                        Locale.ROOT,
                        "`benchmarks/run.sh%s`, %.0f min. Flags stand with each part; else they"
                                + " are the JVM's own defaults.",
                        options.choice(),
                        seconds / 60));
        if (!options.note().isEmpty()) {
            notes.add(options.note());
        }
        Page page = new Page("Benchmarks, " + date, notes, sections);
        return page.write(results.path(), machine.pageName(date, options.suffix()));
    }
}
