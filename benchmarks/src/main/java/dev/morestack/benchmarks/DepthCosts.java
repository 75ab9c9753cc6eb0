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

/** What a frame of one kind costs, by contender and depth. */
final class DepthCosts {

    private final List<Integer> depths;
    private final Map<Contender, NavigableMap<Double, Double>> nanos =
            new EnumMap<>(Contender.class);
    private final Map<String, String> cells = new LinkedHashMap<>();

    DepthCosts(List<Contender> contenders, List<Integer> depths) {
        this.depths = depths;
        contenders.forEach(contender -> nanos.put(contender, new TreeMap<>()));
    }

    /** Adds what one cost in ns, and how tables say that. */
    void add(Contender contender, int depth, double cost, String cell) {
        nanos.get(contender).put((double) depth, cost);
        cells.put(contender.toString() + depth, cell);
    }

    /** Reads what {@code DepthRun} printed. */
    void add(Contender contender, Bench.Run run) {
        for (String line : run.lines()) {
            String[] words = line.split(" ");
            if (line.startsWith("depth ")) {
                String cell =
                        String.format(Locale.ROOT, "%s (%s - %s)", words[2], words[3], words[4]);
                add(contender, Integer.parseInt(words[1]), Double.parseDouble(words[2]), cell);
            } else if (line.startsWith("failed ")) {
                cells.put(contender + words[1], "`" + words[2] + "`");
            }
        }
    }

    /** Returns the cost in ns; infinity if the contender failed. */
    double nanos(Contender contender, int depth) {
        return nanos.get(contender).getOrDefault((double) depth, Double.POSITIVE_INFINITY);
    }

    /** Returns how many times a huge stack's a contender's cost is. */
    double ratio(Contender contender, int depth) {
        return nanos(contender, depth) / nanos(Contender.HUGE_STACK, depth);
    }

    /** Returns the least cost of a policy. */
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
        for (Contender contender : nanos.keySet()) {
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
