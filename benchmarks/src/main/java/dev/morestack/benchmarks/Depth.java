package dev.morestack.benchmarks;

import dev.morestack.benchmarks.depth.Contender;
import dev.morestack.benchmarks.depth.DepthRun;
import dev.morestack.benchmarks.depth.FrameKind;
import dev.morestack.benchmarks.page.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Deep recursion, warm: what a frame costs, down and up, beside what people do instead. */
final class Depth implements Part {

    private static final List<Integer> DEPTHS = List.of(10_000, 100_000, 1_000_000, 10_000_000);
    private static final List<Integer> FEW_DEPTHS = List.of(10_000, 1_000_000);
    private static final List<String> COLLECTORS = List.of("Serial", "Parallel", "G1", "Z");
    private static final List<String> ONE_COLLECTOR = List.of("G1");
    private static final List<FrameKind> KINDS = List.of(FrameKind.values());
    private static final List<FrameKind> FEW_KINDS =
            List.of(FrameKind.EMPTY, FrameKind.BUSY_ALLOCATING);
    private static final double MOST_EMPTY_NANOS = 8;

    /** The largest value so far, and where it was found. */
    private static final class Worst {

        private double value;
        private String where = "";

        void see(double other, String there) {
            if (other > value) {
                value = other;
                where = there;
            }
        }
    }

    private final Section section = new Section("Depth: what a frame costs, warm");
    private final Map<FrameKind, Worst> best = new EnumMap<>(FrameKind.class);
    private final Map<FrameKind, Worst> adaptive = new EnumMap<>(FrameKind.class);
    private final List<String> faster = new ArrayList<>();
    private final Worst empty = new Worst();
    private int compared;

    @Override
    public Section measure(Bench bench) throws IOException, InterruptedException {
        section.say(
                "`-Xmx6g -XX:+UseXGC`, for the policies with `-javaagent:morestack.jar=policy=...,"
                        + "limit=4g`. ns per frame, down and up, after warming up: median (least -"
                        + " most) of the rounds of one JVM for each contender. Busy frames work for"
                        + " about 80 ns; allocating ones hold 48 bytes each. The huge stack has"
                        + " 8 GB; hops are every 3,000 frames for platform threads, every 750 for"
                        + " virtual ones; trampoline and explicit stack are other programs.");
        for (String collector : bench.chosen(COLLECTORS, ONE_COLLECTOR, ONE_COLLECTOR)) {
            for (FrameKind kind : bench.chosen(KINDS, KINDS, FEW_KINDS)) {
                measure(bench, collector, kind);
            }
        }
        judge();
        return section;
    }

    private void measure(Bench bench, String collector, FrameKind kind)
            throws IOException, InterruptedException {
        List<Integer> depths = bench.chosen(DEPTHS, FEW_DEPTHS, FEW_DEPTHS);
        DepthCosts costs = new DepthCosts(List.of(Contender.values()), depths);
        for (Contender contender : Contender.values()) {
            costs.add(contender, run(bench, collector, kind, contender, depths));
        }
        String title = kind.label() + ", " + collector;
        section.add(costs.table(title));
        String name = "depth-" + title.replaceAll("\\W+", "-").toLowerCase(Locale.ROOT);
        section.add(costs.chart("Depth: " + title, name));
        depths.forEach(depth -> compare(kind, costs, depth, title));
    }

    private static Bench.Run run(
            Bench bench,
            String collector,
            FrameKind kind,
            Contender contender,
            List<Integer> depths)
            throws IOException, InterruptedException {
        List<String> flags = new ArrayList<>(List.of("-Xmx6g", "-XX:+Use" + collector + "GC"));
        flags.addAll(kind.flags());
        List<String> arguments = new ArrayList<>();
        arguments.add(contender.name());
        arguments.add(Integer.toString(bench.millis(1_500, 1_000)));
        arguments.add(Integer.toString(bench.millis(700, 200)));
        depths.forEach(depth -> arguments.add(depth.toString()));
        return bench.run(
                bench.flags(contender, flags, "limit=4g"),
                DepthRun.class,
                arguments.toArray(String[]::new));
    }

    private void compare(FrameKind kind, DepthCosts costs, int depth, String title) {
        String where = String.format(Locale.ROOT, "%s, %,d deep", title, depth);
        double huge = costs.nanos(Contender.HUGE_STACK, depth);
        double least = costs.best(depth);
        best.computeIfAbsent(kind, any -> new Worst()).see(least / huge, where);
        adaptive.computeIfAbsent(kind, any -> new Worst())
                .see(costs.ratio(Contender.ADAPTIVE, depth), where);
        if (kind == FrameKind.EMPTY) {
            empty.see(least, where);
        }
        for (Contender other : Contender.values()) {
            if (other.isRewrittenRecursion()) {
                compared++;
                if (costs.nanos(other, depth) < least) {
                    faster.add(other.label() + " (" + where + ")");
                }
            }
        }
    }

    private void judge() {
        for (FrameKind kind : best.keySet()) {
            judge("the best policy, times a huge stack", best.get(kind), kind.target());
            judge("adaptive, times a huge stack", adaptive.get(kind), kind.target());
        }
        judge("the best policy, ns a frame", empty, MOST_EMPTY_NANOS);
        section.judge(
                "depth: of "
                        + compared
                        + " cases, those where another way that keeps the recursion is faster",
                faster.size(),
                0);
        if (!faster.isEmpty()) {
            section.say("Faster than every policy: " + String.join("; ", faster) + ".");
        }
    }

    private void judge(String what, Worst worst, double most) {
        section.judge("depth: " + what + ", the worst: " + worst.where, worst.value, most);
    }
}
