package dev.morestack.benchmarks;

import dev.morestack.benchmarks.page.Figure;
import dev.morestack.benchmarks.page.Lines;
import dev.morestack.benchmarks.page.Section;
import dev.morestack.benchmarks.page.Table;
import dev.morestack.benchmarks.woven.Oscillation.Motion;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Recursion up and down at every depth. Segmented stacks are known for a hot split, a loop that
 * crosses a segment's boundary at each turn and pays for it each time.
 */
final class Boundary implements Part {

    private static final List<Integer> AMPLITUDES = List.of(1, 10, 100, 1_000, 10_000);
    private static final List<Integer> HEIGHTS = List.of(4, 8, 12);

    private final Map<String, NavigableMap<Double, Double>> lines = new LinkedHashMap<>();
    private final Table table =
            new Table(
                    "motion",
                    "worst depth",
                    "mean of all depths",
                    "many turns at the base",
                    "at the worst depth",
                    "among segments");
    private double worst;
    private double amortised;

    @Override
    public Section measure(Bench bench) throws IOException, InterruptedException {
        for (int amplitude : bench.cases(AMPLITUDES)) {
            sweep(
                    bench,
                    Motion.SWING,
                    amplitude,
                    amplitude == 1 ? "1 frame" : amplitude + " frames");
        }
        for (int height : bench.cases(HEIGHTS)) {
            sweep(bench, Motion.TREE, height, "tree of height " + height);
        }
        Section section = new Section("Boundary: up and down at every depth");
        section.say(
                "`-Xmx1g -javaagent:morestack.jar=policy=segments`. ns a call of turns at"
                        + " each of the first "
                        + BoundarySweep.DEPTHS
                        + " depths, frame by frame, each the median of several sweeps: around the"
                        + " window's boundary and each later one. Then millions of calls at the base,"
                        + " at the depth that was worst, and far below.");
        section.add(table);
        section.judge("boundary: worst depth, ns a call", worst, 100);
        section.judge("boundary: many turns at one depth, the worst, ns a call", amortised, 10);
        section.add(
                new Lines(
                        "boundary",
                        "Boundary: turns at every depth",
                        "frames above the turns (dearest of 50)",
                        "ns a call",
                        false,
                        lines));
        return section;
    }

    private void sweep(Bench bench, Motion motion, int amplitude, String name)
            throws IOException, InterruptedException {
        Bench.Run run =
                bench.run(
                        List.of("-Xmx1g", bench.with("policy=segments")),
                        BoundarySweep.class,
                        motion.name(),
                        Integer.toString(amplitude),
                        Integer.toString(bench.rounds(9, 3)));
        worst = Math.max(worst, run.number("worst"));
        amortised = Math.max(amortised, Math.max(run.number("dearest"), run.number("deep")));
        table.add(
                name,
                Figure.of(run.number("worst")),
                Figure.of(run.number("mean")),
                Figure.of(run.number("shallow")),
                Figure.of(run.number("dearest")),
                Figure.of(run.number("deep")));
        NavigableMap<Double, Double> points = new TreeMap<>();
        for (String line : run.lines()) {
            if (line.startsWith("at ")) {
                String[] words = line.split(" ");
                points.put(Double.valueOf(words[1]), Double.valueOf(words[2]));
            }
        }
        lines.put(name, points);
    }
}
