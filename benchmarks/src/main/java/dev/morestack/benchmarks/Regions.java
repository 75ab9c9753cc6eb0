package dev.morestack.benchmarks;

import dev.morestack.benchmarks.RegionBenchmark.Place;
import dev.morestack.benchmarks.page.Bars;
import dev.morestack.benchmarks.page.Section;
import dev.morestack.benchmarks.page.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What regions cost: with room, with a spill, on a big carrier, around a loop; by JMH. */
final class Regions implements Part {

    private static final List<String> ROWS =
            List.of(
                    "baselineCall",
                    "room",
                    "spill",
                    "spill entering",
                    "spillFew",
                    "spillFew entering",
                    "move",
                    "baselineNatives",
                    "natives");

    /** What is judged. */
    private enum Cost {
        ROOM("a call in a region that has room, ns more than the call alone", 5),
        SPILL("entering a region that spills 40 KB in 600 frames, ns", 1_000),
        SPILL_FEW("entering a region that spills 18 KB in 250 frames, ns", 1_000),
        MOVE("a move to a big carrier and back, ns", 30_000),
        NATIVES("a million native calls in one region, times without region and agent", 1.05);

        private final String label;
        private final double most;

        Cost(String label, double most) {
            this.label = label;
            this.most = most;
        }

        double of(Scores scores, Place place) {
            return switch (this) {
                case ROOM ->
                        score(scores, "room", place).value()
                                - score(scores, "baselineCall", place).value();
                case SPILL -> score(scores, "spill entering", place).value();
                case SPILL_FEW -> score(scores, "spillFew entering", place).value();
                case MOVE -> score(scores, "move", place).value();
                case NATIVES ->
                        score(scores, "natives", place).value()
                                / score(scores, "baselineNatives", place).value();
            };
        }

        String shortLabel() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    @Override
    public Section measure(Bench bench) throws IOException {
        JmhRun run =
                new JmhRun(
                        RegionBenchmark.class,
                        JmhRun.FEW_JVMS,
                        Map.of(),
                        List.of("policy=segments"));
        Scores scores = run.scores(bench);
        Section section = new Section("Regions: code that needs contiguous stack");
        section.say(
                "`"
                        + run.flags()
                        + "`. ns per call, "
                        + JmhRun.meaning()
                        + ". `spill` goes down some 40 KB, `spillFew` 18, enters a region that needs"
                        + " their room, and comes up again; *entering* is the time at the bottom"
                        + " alone. `move` and `natives` run on a big carrier, there and back for each"
                        + " call or once for a million. Baselines are the same class files, not"
                        + " woven.");
        section.add(table(scores));
        section.add(chart(scores));
        for (Cost cost : Cost.values()) {
            for (Place place : Place.values()) {
                section.judge(
                        "regions: " + place.label() + ": " + cost.label,
                        cost.of(scores, place),
                        cost.most);
            }
        }
        return section;
    }

    private static Table table(Scores scores) {
        Table table = new Table("ns", Place.PLATFORM.label(), Place.VIRTUAL.label());
        for (String row : ROWS) {
            table.add(
                    row,
                    score(scores, row, Place.PLATFORM).text(),
                    score(scores, row, Place.VIRTUAL).text());
        }
        return table;
    }

    /** Costs differ by orders of magnitude, so each is shown as a share of its target. */
    private static Bars chart(Scores scores) {
        List<Bars.Bar> bars = new ArrayList<>();
        for (Cost cost : Cost.values()) {
            for (Place place : Place.values()) {
                // A small difference of two scores may come out below nothing.
                double share = Math.max(0, cost.of(scores, place) / cost.most);
                bars.add(new Bars.Bar(cost.shortLabel() + ", " + place.label(), share));
            }
        }
        return new Bars("regions", "Regions: times the target", "", 1, bars);
    }

    private static Scores.Score score(Scores scores, String method, Place place) {
        return scores.of("RegionBenchmark " + method + " " + place);
    }
}
