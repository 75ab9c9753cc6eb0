package dev.morestack.benchmarks;

import dev.morestack.benchmarks.page.Bars;
import dev.morestack.benchmarks.page.Figure;
import dev.morestack.benchmarks.page.Section;
import dev.morestack.benchmarks.page.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The check where it is seen most: small programs, woven and plain in one JVM, by JMH. */
final class Micro implements Part {

    private static final String HEAP = "-Xmx1g";

    @Override
    public Section measure(Bench bench) throws IOException {
        List<MicroProgram> programs = bench.cases(List.of(MicroProgram.values()));
        Path json = Files.createTempFile("morestack-benchmarks", ".json");
        try {
            run(bench, programs, json);
            return section(programs, Scores.read(json));
        } catch (RunnerException e) {
            throw new IOException(e);
        } finally {
            Files.delete(json);
        }
    }

    private static void run(Bench bench, List<MicroProgram> programs, Path json)
            throws RunnerException {
        TimeValue iteration = TimeValue.milliseconds(bench.millis(500, 200));
        new Runner(
                        new OptionsBuilder()
                                .include(CheckBenchmark.class.getName())
                                .param(
                                        "program",
                                        programs.stream().map(Enum::name).toArray(String[]::new))
                                // Not appended to this JVM's own flags, which may name the agent.
                                .jvmArgs(HEAP, bench.with("excludes=" + PlainCopies.EXCLUDES))
                                .forks(bench.rounds(2, 1))
                                .warmupIterations(bench.rounds(3, 2))
                                .warmupTime(iteration)
                                .measurementIterations(bench.rounds(5, 3))
                                .measurementTime(iteration)
                                .shouldFailOnError(true)
                                .verbosity(VerboseMode.SILENT)
                                .resultFormat(ResultFormatType.JSON)
                                .result(json.toString())
                                .build())
                .run();
    }

    private static Section section(List<MicroProgram> programs, Scores scores) {
        Section section = new Section("Micro: small programs that do little but call");
        section.say(
                "`"
                        + HEAP
                        + " -javaagent:morestack.jar=excludes="
                        + PlainCopies.EXCLUDES
                        + "`. The same class file woven and, under another name, not. us per run,"
                        + " with JMH's 99.9 % interval. `stack_N_percent` goes down N % of what"
                        + " overflows 1 MB, and up again.");
        Table table = new Table("program", "bare us", "checked us", "ratio");
        List<Bars.Bar> bars = new ArrayList<>();
        for (MicroProgram program : programs) {
            String name = program.name().toLowerCase(Locale.ROOT);
            Scores.Score bare = scores.of("CheckBenchmark bare " + program);
            Scores.Score checked = scores.of("CheckBenchmark checked " + program);
            double ratio = checked.value() / bare.value();
            table.add(name, bare.text(), checked.text(), Figure.of(ratio));
            bars.add(new Bars.Bar(name, ratio));
            section.judge("micro: " + name + ", times bare", ratio, program.target);
        }
        section.add(table);
        section.add(new Bars("micro", "Micro: times bare", "(fib: 1.35)", 1.2, bars));
        return section;
    }
}
