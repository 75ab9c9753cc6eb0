package dev.morestack.benchmarks;

import dev.morestack.benchmarks.macro.MacroProgram;
import dev.morestack.benchmarks.macro.WarmLoop;
import dev.morestack.benchmarks.page.Bars;
import dev.morestack.benchmarks.page.Section;
import dev.morestack.benchmarks.page.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ordinary programs whose stack suffices, warm, without and with the agent. */
final class Macro implements Part {

    private static final List<String> FLAGS = List.of("-Xmx1g", "-XX:+UseParallelGC");

    @Override
    public Section measure(Bench bench) throws IOException, InterruptedException {
        Section section = new Section("Macro: ordinary programs whose stack suffices");
        section.say(
                "`"
                        + String.join(" ", FLAGS)
                        + "`, without and with `-javaagent:morestack.jar`, a JVM each, in turn. Each"
                        + " JVM warms up, then takes the median of its rounds; here are medians over"
                        + " the pairs of JVMs. Processor time is that of all threads, the"
                        + " collector's and compilers' too, and is judged: neighbours on the machine"
                        + " disturb it less.");
        Table table =
                new Table(
                        "program", "ms without", "ms with", "ratio", "of pairs", "processor ratio",
                        "of pairs", "pairs");
        List<Bars.Bar> bars = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (MacroProgram program : MacroProgram.values()) {
            Pairs wall = new Pairs();
            Pairs cpu = new Pairs();
            for (int pair = 0; pair < bench.times(5, 2); pair++) {
                Bench.Run without = run(bench, program, FLAGS);
                List<String> flags = new ArrayList<>(FLAGS);
                flags.add(bench.with());
                Bench.Run with = run(bench, program, flags);
                if (!without.line("result").equals(with.line("result"))) {
                    throw new IOException(without.lines() + " is not " + with.lines());
                }
                add(wall, "wall", without, with);
                add(cpu, "cpu", without, with);
            }
            table.add(
                    program.label(),
                    String.format(Locale.ROOT, "%.1f", Statistics.median(wall.without()) / 1e6),
                    String.format(Locale.ROOT, "%.1f", Statistics.median(wall.with()) / 1e6),
                    String.format(Locale.ROOT, "%.3f", wall.ratio()),
                    wall.range(),
                    String.format(Locale.ROOT, "%.3f", cpu.ratio()),
                    cpu.range(),
                    Integer.toString(wall.size()));
            bars.add(new Bars.Bar(program.label(), cpu.ratio()));
            ratios.add(cpu.ratio());
        }
        section.add(table);
        section.add(
                new Bars("macro", "Macro: processor time, times without", "", 1.03, bars));
        section.judge(
                "macro: geometric mean, times without", Statistics.geometricMean(ratios), 1.01);
        section.judge("macro: the worst, times without", Statistics.most(ratios), 1.03);
        return section;
    }

    private static void add(Pairs pairs, String word, Bench.Run without, Bench.Run with) {
        pairs.add(
                Double.parseDouble(without.line(word)), Double.parseDouble(with.line(word)));
    }

    private static Bench.Run run(Bench bench, MacroProgram program, List<String> flags)
            throws IOException, InterruptedException {
        return bench.run(
                flags,
                WarmLoop.class,
                program.name(),
                Integer.toString(bench.times(3_500, 1_500)),
                Integer.toString(bench.times(2_000, 700)));
    }
}
