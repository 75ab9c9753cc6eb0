package dev.morestack.benchmarks;

import dev.morestack.benchmarks.depth.Contender;
import dev.morestack.benchmarks.depth.DepthRun;
import dev.morestack.benchmarks.page.Lines;
import dev.morestack.benchmarks.page.Section;
import dev.morestack.benchmarks.page.Table;
import dev.morestack.benchmarks.woven.FrameLoad;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Deep recursion, warm: how much a frame costs, down and up, beside what people do instead. */
final class Depth implements Part {

    private static final List<String> DEPTHS = List.of("10000", "100000", "1000000", "10000000");
    private static final List<String> FEW_DEPTHS = List.of("10000", "1000000");
    private static final List<String> COLLECTORS = List.of("Serial", "Parallel", "G1", "Z");
    private static final List<String> FEW_COLLECTORS = List.of("G1");
    private static final double MOST_EMPTY_NANOS = 8;

    /** What frames do, and how many times a huge stack they may take. */
    private enum Kind {
        EMPTY(false, false, 4),
        BUSY(true, false, 1.1),
        ALLOCATING(false, true, 1.3),
        BUSY_ALLOCATING(true, true, 1.3);

        private final boolean busy;
        private final boolean allocating;
        private final double target;

        Kind(boolean busy, boolean allocating, double target) {
            this.busy = busy;
            this.allocating = allocating;
            this.target = target;
        }

        List<String> flags() {
            return List.of(
                    "-D" + FrameLoad.BUSY_PROPERTY + "=" + busy,
                    "-D" + FrameLoad.ALLOCATING_PROPERTY + "=" + allocating);
        }

        String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ') + " frames";
        }
    }

    /** Medians in ns by contender and depth, and beside them their words. */
    private static final class Costs {

        private final Map<Contender, NavigableMap<Double, Double>> nanos = new LinkedHashMap<>();
        private final Map<String, String> cells = new LinkedHashMap<>();

        void add(Contender contender, Bench.Run run) {
            for (String line : run.lines()) {
                String[] words = line.split(" ");
                if (line.startsWith("depth ")) {
                    nanos.computeIfAbsent(contender, any -> new TreeMap<>())
                            .put(Double.valueOf(words[1]), Double.valueOf(words[3]));
                    cells.put(
                            contender + words[1],
                            String.format(
                                    Locale.ROOT,
                                    "%.1f (%.1f - %.1f)",
                                    Double.valueOf(words[3]),
                                    Double.valueOf(words[4]),
                                    Double.valueOf(words[5])));
                } else if (line.startsWith("failed ")) {
                    cells.put(contender + words[1], words[2]);
                }
            }
        }

        double nanos(Contender contender, double depth) {
            Double known = nanos.getOrDefault(contender, new TreeMap<>()).get(depth);
            return known == null ? Double.POSITIVE_INFINITY : known;
        }
    }

    private final Section section = new Section("Depth: what a frame costs, warm");
    private final List<String> notFastest = new ArrayList<>();
    private int compared;

    @Override
    public Section measure(Bench bench) throws IOException, InterruptedException {
        section.say(
                "`-Xmx6g -XX:+UseXGC -javaagent:morestack.jar=limit=4g,excludes="
                        + PlainCopies.EXCLUDES
                        + "`. ns per frame, down and up: median (least - most) of the rounds of"
                        + " one JVM, each contender in a JVM of its own, after warming up. Busy frames work for about 100 ns; allocating"
                        + " ones hold 48 bytes each. The huge stack has 8 GB; hops are every 3,000"
                        + " frames for platform threads, every 750 for virtual ones; the trampoline and the explicit stack are other programs.");
        for (String collector : bench.quick() ? FEW_COLLECTORS : COLLECTORS) {
            for (Kind kind : Kind.values()) {
                measure(bench, collector, kind);
            }
        }
        section.judge(
                "depth: cases of "
                        + compared
                        + " where another way that keeps the recursion is faster",
                notFastest.size(),
                0);
        if (!notFastest.isEmpty()) {
            section.say("Faster than Morestack: " + String.join("; ", notFastest) + ".");
        }
        return section;
    }

    private void measure(Bench bench, String collector, Kind kind)
            throws IOException, InterruptedException {
        List<String> depths = bench.quick() ? FEW_DEPTHS : DEPTHS;
        List<String> flags = new ArrayList<>();
        flags.add("-Xmx6g");
        flags.add("-XX:+Use" + collector + "GC");
        flags.add(bench.with("limit=4g", "excludes=" + PlainCopies.EXCLUDES));
        flags.addAll(kind.flags());
        Costs costs = new Costs();
        for (Contender contender : Contender.values()) {
            List<String> arguments = new ArrayList<>();
            arguments.add(contender.name());
            arguments.add(Integer.toString(bench.times(700, 200)));
            arguments.addAll(depths);
            costs.add(
                    contender,
                    bench.run(flags, DepthRun.class, arguments.toArray(String[]::new)));
        }
        String title = kind.title() + ", " + collector;
        List<String> titles = new ArrayList<>(List.of(title));
        depths.forEach(depth -> titles.add(String.format(Locale.ROOT, "%,d", Integer.valueOf(depth))));
        Table table = new Table(titles.toArray(String[]::new));
        Map<String, NavigableMap<Double, Double>> lines = new LinkedHashMap<>();
        for (Contender contender : Contender.values()) {
            List<String> cells = new ArrayList<>(List.of(contender.label()));
            depths.forEach(depth -> cells.add(costs.cells.getOrDefault(contender + depth, "")));
            table.add(cells.toArray(String[]::new));
            lines.put(
                    contender.label(), costs.nanos.getOrDefault(contender, new TreeMap<>()));
        }
        section.add(table);
        String name = "depth-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        section.add(
                new Lines(
                        name + "-" + collector.toLowerCase(Locale.ROOT),
                        "Depth: " + title,
                        "frames of a descent",
                        "ns per frame",
                        true,
                        lines));
        depths.forEach(depth -> judge(title, kind, Integer.parseInt(depth), costs));
    }

    private void judge(String title, Kind kind, int depth, Costs costs) {
        String where = String.format(Locale.ROOT, "%s, %,d deep", title, depth);
        double morestack = costs.nanos(Contender.MORESTACK, depth);
        double huge = costs.nanos(Contender.HUGE_STACK, depth);
        section.judge("depth: " + where + ", times a huge stack", morestack / huge, kind.target);
        if (kind == Kind.EMPTY) {
            section.judge("depth: " + where + ", ns a frame", morestack, MOST_EMPTY_NANOS);
        }
        for (Contender other : Contender.values()) {
            if (other != Contender.MORESTACK
                    && other != Contender.HUGE_STACK
                    && other.keepsRecursion()) {
                compared++;
                if (costs.nanos(other, depth) < morestack) {
                    notFastest.add(other.label() + " (" + where + ")");
                }
            }
        }
    }
}
