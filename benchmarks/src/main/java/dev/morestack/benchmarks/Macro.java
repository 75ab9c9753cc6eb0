package dev.morestack.benchmarks;

import dev.morestack.benchmarks.macro.MacroProgram;
import dev.morestack.benchmarks.macro.WarmLoop;
import dev.morestack.benchmarks.page.Bars;
import dev.morestack.benchmarks.page.Figure;
import dev.morestack.benchmarks.page.Section;
import dev.morestack.benchmarks.page.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Ordinary programs whose stack suffices, warm, without and with the agent. */
final class Macro implements Part {

    private static final List<String> FLAGS =
            List.of(
                    "-Xmx1g",
                    "-XX:+UseParallelGC",
                    // Else the two ends of a kept connection wait for each other, 40 ms at a time.
                    "-Dsun.net.httpserver.nodelay=true");
    private static final double MOST = 1.03;

    /** Milliseconds until a program of short runs is warm. */
    private static final int WARM_UP = 3_500;

    private final Table table =
            new Table(
                    "program",
                    "warm-up, s",
                    "ms without",
                    "ms with",
                    "ratio",
                    "processor ratio",
                    "rounds");
    private final List<Bars.Bar> bars = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();

    @Override
    public Section measure(Bench bench) throws IOException, InterruptedException {
        Section section = new Section("Macro: ordinary programs whose stack suffices");
        section.say(
                "`"
                        + String.join(" ", FLAGS)
                        + "`, without and with `-javaagent:morestack.jar`, a JVM each, in turn. Each"
                        + " JVM warms up, then takes the median of its runs. Median of the rounds'"
                        + " ratios (least - most). Processor time is that of all threads, the"
                        + " collector's and compilers' too, and is judged: neighbours on the machine"
                        + " disturb it less.");
        for (MacroProgram program : bench.cases(List.of(MacroProgram.values()))) {
            measure(bench, program);
        }
        section.add(table);
        section.add(new Bars("macro", "Macro: processor time, times without", "", MOST, bars));
        section.judge(
                "macro: geometric mean, times without", Statistics.geometricMean(ratios), 1.01);
        section.judge("macro: the worst, times without", Statistics.most(ratios), MOST);
        return section;
    }

    private void measure(Bench bench, MacroProgram program)
            throws IOException, InterruptedException {
        Rounds<Boolean> wall = new Rounds<>(false);
        Rounds<Boolean> cpu = new Rounds<>(false);
        String result = null;
        for (int round = 0; round < bench.rounds(5, 1); round++) {
            for (boolean withAgent : new boolean[] {false, true}) {
                Bench.Run run = run(bench, program, withAgent);
                wall.add(withAgent, run.number("wall"));
                cpu.add(withAgent, run.number("cpu"));
                result = result == null ? run.line("result") : result;
                if (!result.equals(run.line("result"))) {
                    throw new IOException(result + " is not in " + run.lines());
                }
            }
        }
        table.add(
                program.label(),
                Figure.of(warmUp(bench, program) / 1e3),
                Figure.of(wall.median(false) / 1e6),
                Figure.of(wall.median(true) / 1e6),
                wall.ratioWithRange(true),
                cpu.ratioWithRange(true),
                Integer.toString(wall.size()));
        bars.add(new Bars.Bar(program.label(), cpu.ratio(true)));
        ratios.add(cpu.ratio(true));
    }

    private static Bench.Run run(Bench bench, MacroProgram program, boolean withAgent)
            throws IOException, InterruptedException {
        List<String> flags = new ArrayList<>(FLAGS);
        if (withAgent) {
            flags.add(bench.with());
        }
        // A program of long runs needs some for a median.
        int longer = (warmUp(bench, program) + WARM_UP - 1) / WARM_UP;
        return bench.run(
                flags,
                WarmLoop.class,
                program.name(),
                Integer.toString(warmUp(bench, program)),
                Integer.toString((longer + 1) / 2 * bench.millis(2_000, 700)));
    }

    private static int warmUp(Bench bench, MacroProgram program) {
        return bench.millis(program.warmUp() * WARM_UP, 1_500);
    }
}
