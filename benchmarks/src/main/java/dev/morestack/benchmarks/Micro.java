package dev.morestack.benchmarks;

import dev.morestack.benchmarks.page.Bars;
import dev.morestack.benchmarks.page.Figure;
import dev.morestack.benchmarks.page.Section;
import dev.morestack.benchmarks.page.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The check where it is seen most: small programs, woven and plain in one JVM, by JMH. */
final class Micro implements Part {

    /** So small programs are compiled in one way or another, as it happens. */
    private static final int JVMS = 5;

    @Override
    public Section measure(Bench bench) throws IOException {
        List<MicroProgram> programs = bench.cases(List.of(MicroProgram.values()));
        List<String> names = programs.stream().map(Enum::name).toList();
        JmhRun run = new JmhRun(CheckBenchmark.class, JVMS, Map.of("program", names), List.of());
        Scores scores = run.scores(bench);
        Section section = new Section("Micro: small programs that do little but call");
        section.say(
                "`"
                        + run.flags()
                        + "`. The same class file woven and, under another name, not. us per run, "
                        + JmhRun.meaning()
                        + ". `stack_N_percent` goes down N % of what overflows 1 MB, and up again.");
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
