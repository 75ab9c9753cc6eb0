package dev.morestack.benchmarks;

import dev.morestack.benchmarks.depth.Contender;
import dev.morestack.benchmarks.depth.FrameKind;
import dev.morestack.benchmarks.page.Figure;
import dev.morestack.benchmarks.page.Section;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        JmhRun run =
                new JmhRun(
                        PolicyBenchmark.class, JmhRun.FEW_JVMS, Map.of("depth", values), List.of());
        Scores scores = run.scores(bench);
        section.say(
                "`"
                        + run.flags()
                        + "`, policies by `Morestack.with`. ns per frame, down and up, "
                        + JmhRun.meaning()
                        + ", and times the huge stack, which has 4 GB and frames that are not"
                        + " woven. Each run makes a million frames, in as many descents"
                        + " as that takes: segments freeze and thaw in each, while a thread that has"
                        + " moved to a big carrier stays there.");
        for (FrameKind kind : KINDS) {
            DepthCosts costs = costs(scores, kind, depths);
            section.add(costs.table(kind.label()));
            String name = "policies-" + kind.name().toLowerCase(Locale.ROOT);
            section.add(costs.chart("Policies: " + kind.label(), name));
            judge(kind, costs, depths);
        }
        return section;
    }

    private static DepthCosts costs(Scores scores, FrameKind kind, List<Integer> depths) {
        DepthCosts costs = new DepthCosts(Contender.OF_ANY_PROGRAM, depths);
        for (int depth : depths) {
            for (Contender contender : Contender.OF_ANY_PROGRAM) {
                Scores.Score score = score(scores, kind, contender, depth);
                double ofHuge = score(scores, kind, Contender.HUGE_STACK, depth).value();
                String times = Figure.of(score.value() / ofHuge);
                costs.add(contender, depth, score.value(), score.text() + ", " + times + " times");
            }
        }
        return costs;
    }

    private void judge(FrameKind kind, DepthCosts costs, List<Integer> depths) {
        section.judge(
                "policies: adaptive, " + kind.label() + ", the worst, times a huge stack",
                depths.stream()
                        .mapToDouble(depth -> costs.ratio(Contender.ADAPTIVE, depth))
                        .max()
                        .orElseThrow(),
                kind.target());
        if (kind == FrameKind.EMPTY) {
            section.judge(
                    "policies: segments, empty frames, the deepest, times a huge stack",
                    costs.ratio(Contender.SEGMENTS, depths.getLast()),
                    MOST_ON_SEGMENTS);
        }
    }

    private static Scores.Score score(
            Scores scores, FrameKind kind, Contender contender, int depth) {
        String frames = kind == FrameKind.ALLOCATING ? "Allocating" : "Empty";
        String method = contender == Contender.HUGE_STACK ? "hugeStack" : contender.label();
        return scores.of(frames + " " + method + " " + depth);
    }
}
