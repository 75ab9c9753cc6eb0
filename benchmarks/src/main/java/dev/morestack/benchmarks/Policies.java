package dev.morestack.benchmarks;

import dev.morestack.benchmarks.depth.Contender;
import dev.morestack.benchmarks.depth.FrameKind;
import dev.morestack.benchmarks.page.Figure;
import dev.morestack.benchmarks.page.Lines;
import dev.morestack.benchmarks.page.Section;
import dev.morestack.benchmarks.page.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Growth under each policy, which the program itself chooses, in one run of JMH. */
final class Policies implements Part {

    private static final List<Integer> DEPTHS = List.of(10_000, 100_000, 1_000_000);
    private static final List<Integer> FEW_DEPTHS = List.of(10_000, 1_000_000);
    private static final List<Integer> ONE_DEPTH = List.of(100_000);
    private static final List<FrameKind> KINDS = List.of(FrameKind.EMPTY, FrameKind.ALLOCATING);
    private static final double MOST_ON_SEGMENTS = 10;

    private final Section section = new Section("Policies: what a frame costs under each");

    @Override
    public Section measure(Bench bench) throws IOException {
        List<Integer> depths = bench.chosen(DEPTHS, FEW_DEPTHS, ONE_DEPTH);
        List<String> values = depths.stream().map(depth -> Integer.toString(depth)).toList();
        JmhRun run = new JmhRun(PolicyBenchmark.class, Map.of("depth", values), List.of());
        Scores scores = run.scores(bench);
        section.say(
                "`"
                        + run.flags()
                        + "`, policies by `Morestack.with`. ns per frame, down and up, with JMH's"
                        + " 99.9 % interval, and times the huge stack, which has 4 GB and frames"
                        + " that are not woven. Each run makes a million frames, in as many descents"
                        + " as that takes: segments freeze and thaw in each, while a thread that has"
                        + " moved to a big carrier stays there.");
        for (FrameKind kind : KINDS) {
            section.add(table(scores, kind, depths));
            section.add(chart(scores, kind, depths));
            section.judge(
                    "policies: adaptive, " + kind.label() + ", the worst, times a huge stack",
                    worst(scores, kind, Contender.ADAPTIVE, depths),
                    kind.target());
        }
        section.judge(
                "policies: segments, empty frames, the deepest, times a huge stack",
                ratio(scores, FrameKind.EMPTY, Contender.SEGMENTS, depths.getLast()),
                MOST_ON_SEGMENTS);
        return section;
    }

    private static Table table(Scores scores, FrameKind kind, List<Integer> depths) {
        List<String> titles = new ArrayList<>(List.of(kind.label()));
        depths.forEach(depth -> titles.add(String.format(Locale.ROOT, "%,d", depth)));
        Table table = new Table(titles.toArray(String[]::new));
        for (Contender contender : Contender.OF_ANY_PROGRAM) {
            List<String> row = new ArrayList<>(List.of(contender.label()));
            for (int depth : depths) {
                String times = Figure.of(ratio(scores, kind, contender, depth));
                row.add(score(scores, kind, contender, depth).text() + " (" + times + ")");
            }
            table.add(row.toArray(String[]::new));
        }
        return table;
    }

    private static Lines chart(Scores scores, FrameKind kind, List<Integer> depths) {
        Map<String, NavigableMap<Double, Double>> lines = new LinkedHashMap<>();
        for (Contender contender : Contender.OF_ANY_PROGRAM) {
            NavigableMap<Double, Double> points = new TreeMap<>();
            for (int depth : depths) {
                points.put((double) depth, score(scores, kind, contender, depth).value());
            }
            lines.put(contender.label(), points);
        }
        String name = "policies-" + kind.label().replace(' ', '-');
        String title = "Policies: " + kind.label();
        return new Lines(name, title, "frames of a descent", "ns per frame", true, lines);
    }

    private static double worst(
            Scores scores, FrameKind kind, Contender contender, List<Integer> depths) {
        return depths.stream()
                .mapToDouble(depth -> ratio(scores, kind, contender, depth))
                .max()
                .orElseThrow();
    }

    private static double ratio(Scores scores, FrameKind kind, Contender contender, int depth) {
        return score(scores, kind, contender, depth).value()
                / score(scores, kind, Contender.HUGE_STACK, depth).value();
    }

    private static Scores.Score score(
            Scores scores, FrameKind kind, Contender contender, int depth) {
        String frames = kind == FrameKind.ALLOCATING ? "Allocating" : "Empty";
        String method = contender == Contender.HUGE_STACK ? "hugeStack" : contender.label();
        return scores.of(frames + " " + method + " " + depth);
    }
}
