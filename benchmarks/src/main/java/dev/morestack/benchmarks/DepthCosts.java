package dev.morestack.benchmarks;

import dev.morestack.benchmarks.depth.Contender;
import dev.morestack.benchmarks.page.Lines;
import dev.morestack.benchmarks.page.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a frame of one kind costs under one collector, by contender and depth. */
final class DepthCosts {

    private final List<Integer> depths;
    private final Map<Contender, NavigableMap<Double, Double>> nanos =
            new EnumMap<>(Contender.class);
    private final Map<String, String> cells = new LinkedHashMap<>();

    DepthCosts(List<Integer> depths) {
        this.depths = depths;
    }

    /** Reads what {@code DepthRun} printed. */
    void add(Contender contender, Bench.Run run) {
        NavigableMap<Double, Double> points = new TreeMap<>();
        for (String line : run.lines()) {
            String[] words = line.split(" ");
            if (line.startsWith("depth ")) {
                points.put(Double.valueOf(words[1]), Double.valueOf(words[2]));
                cells.put(
                        contender + words[1],
                        String.format(Locale.ROOT, "%s (%s - %s)", words[2], words[3], words[4]));
            } else if (line.startsWith("failed ")) {
                cells.put(contender + words[1], "`" + words[2] + "`");
            }
        }
        nanos.put(contender, points);
    }

    /** Returns the median in ns; infinity if the contender failed. */
    double nanos(Contender contender, int depth) {
        return nanos.get(contender).getOrDefault((double) depth, Double.POSITIVE_INFINITY);
    }

    /** Returns the least median of a policy. */
    double best(int depth) {
        return Contender.POLICIES.stream()
                .mapToDouble(policy -> nanos(policy, depth))
                .min()
                .orElseThrow();
    }

    Table table(String title) {
        List<String> titles = new ArrayList<>(List.of(title));
        depths.forEach(depth -> titles.add(String.format(Locale.ROOT, "%,d", depth)));
        Table table = new Table(titles.toArray(String[]::new));
        for (Contender contender : Contender.values()) {
            List<String> row = new ArrayList<>(List.of(contender.label()));
            depths.forEach(depth -> row.add(cells.get(contender.toString() + depth)));
            table.add(row.toArray(String[]::new));
        }
        return table;
    }

    Lines chart(String title, String name) {
        Map<String, NavigableMap<Double, Double>> lines = new LinkedHashMap<>();
        nanos.forEach((contender, points) -> lines.put(contender.label(), points));
        return new Lines(name, title, "frames of a descent", "ns per frame", true, lines);
    }
}
