package dev.morestack.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What was measured, beside the target.
 *
 * @param what was measured, and in which unit or relation
 * @param most the largest value that meets the target
 */
record Verdict(String what, double measured, double most) {

    boolean isMet() {
        return measured <= most;
    }

    /** Returns a verdict on every target that the scores can tell about. */
    static List<Verdict> on(Scores scores) {
        List<Verdict> verdicts = new ArrayList<>();
        add(
                verdicts,
                "woven fib, times bare",
                scores.ratio("CheckBenchmark wovenFib", "CheckBenchmark baselineFib"),
                1.7);
        add(
                verdicts,
                "ack(2,2000), which fits in 1 MB, times bare",
                scores.ratio("CheckBenchmark wovenAck", "CheckBenchmark baselineAck"),
                1.5);
        add(
                verdicts,
                "1,000,000 frames with 80 ns of work each, times a huge stack",
                scores.ratio(
                        "DepthBenchmark segments 1000000 BUSY",
                        "DepthBenchmark hugeStack 1000000 BUSY"),
                1.3);
        add(
                verdicts,
                "1,000,000 empty frames, times a huge stack",
                scores.ratio(
                        "DepthBenchmark segments 1000000 EMPTY",
                        "DepthBenchmark hugeStack 1000000 EMPTY"),
                10);
        add(
                verdicts,
                "oscillation, worst amplitude and depth, ns a call",
                scores.most("OscillationBenchmark turn "),
                20);
        for (RegionBenchmark.Place place : RegionBenchmark.Place.values()) {
            addRegions(verdicts, scores, place);
        }
        return verdicts;
    }

    private static void addRegions(
            List<Verdict> verdicts, Scores scores, RegionBenchmark.Place place) {
        String where = place.name().toLowerCase(Locale.ROOT) + " thread: ";
        String benchmark = "RegionBenchmark %s " + place;
        add(
                verdicts,
                where + "a region that has room, ns",
                scores.difference(benchmark.formatted("room"), benchmark.formatted("baselineCall")),
                5);
        add(
                verdicts,
                where + "entering a region that spills, ns",
                scores.nanos(benchmark.formatted("spill") + " entering"),
                1_000);
        add(
                verdicts,
                where + "a move to a big carrier and back, ns",
                scores.nanos(benchmark.formatted("move")),
                30_000);
        add(
                verdicts,
                where + "1,000,000 native calls in one region, times without",
                scores.ratio(
                        benchmark.formatted("natives"), benchmark.formatted("baselineNatives")),
                1.05);
    }

    private static void add(
            List<Verdict> verdicts, String what, OptionalDouble measured, double most) {
        measured.ifPresent(value -> verdicts.add(new Verdict(what, value, most)));
    }
}
