package dev.morestack.benchmarks.server;

import dev.morestack.benchmarks.page.Svg;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A picture of latencies over time: a panel for each run, with the median and the largest latency
 * of every tenth of a second, and the time of the runaway request shaded.
 */
final class LatencyChart {

    private static final String STYLE =
            """
            <style>
            svg { background: #fcfcfb; }
            text { font: 12px system-ui, sans-serif; fill: #52514e; }
            .title { font-weight: 600; fill: #0b0b0b; }
            .grid { stroke: #e1e0d9; } .axis { stroke: #898781; }
            .runaway { fill: #eb6834; fill-opacity: 0.25; }
            .median { fill: none; stroke: #2a78d6; stroke-width: 1.5; }
            .most { fill: none; stroke: #eda100; stroke-width: 1.5; }
            @media (prefers-color-scheme: dark) {
            svg { background: #1a1a19; }
            text { fill: #c3c2b7; } .title { fill: #ffffff; }
            .grid { stroke: #2c2c2a; } .median { stroke: #3987e5; } .most { stroke: #c98500; }
            }
            </style>
            """;

    private static final int WIDTH = 760;
    private static final int PANEL = 150;
    private static final int LEFT = 64;
    private static final int RIGHT = WIDTH - 16;
    private static final int TOP = 50;

    /** Of a panel: where the latency is largest and least. */
    private static final int HIGH = 26;

    private static final int LOW = 120;

    private static final double LEAST_MILLIS = 0.1;
    private static final double MOST_MILLIS = 10_000;
    private static final double BUCKET = 0.1;

    private final Svg svg;
    private final double first;
    private final double last;

    private LatencyChart(Svg svg, List<ServerRun> runs) {
        this.svg = svg;
        first = runs.stream().mapToDouble(run -> (run.warmUp() - run.sent()) / 1e9).min().orElse(0);
        last = runs.stream().mapToDouble(LatencyChart::end).max().orElse(1);
    }

    static String of(List<ServerRun> runs) {
        int height = TOP + runs.size() * PANEL + 20;
        Svg svg = new Svg(WIDTH, height, "Latencies", STYLE);
        new LatencyChart(svg, runs).draw(runs, height);
        return svg.text();
    }

    /** Returns when a run ended, in seconds since its runaway request was sent. */
    private static double end(ServerRun run) {
        return run.answers().stream()
                .mapToDouble(answer -> (answer.due() - run.sent()) / 1e9)
                .max()
                .orElse(0);
    }

    private void draw(List<ServerRun> runs, int height) {
        svg.text(16, 20, "title", "start", "Latency in ms, largest and median of every 0.1 s;");
        svg.text(16, 36, "title", "start", "shaded: a request recurses without an end");
        for (int i = 0; i < runs.size(); i++) {
            panel(runs.get(i), TOP + i * PANEL);
        }
        svg.text(RIGHT, height - 8, "label", "end", "seconds since the runaway request was sent");
    }

    private void panel(ServerRun run, int top) {
        svg.text(LEFT, top + 16, "title", "start", run.setup().name());
        double begin = x(0);
        double width = x(run.runaway().seconds()) - begin;
        svg.area(begin, top + HIGH, width, LOW - HIGH, "runaway");
        for (double millis = LEAST_MILLIS; millis <= MOST_MILLIS; millis *= 10) {
            svg.line(LEFT, y(top, millis), RIGHT, y(top, millis), "grid");
            svg.text(
                    LEFT - 8,
                    y(top, millis) + 4,
                    "label",
                    "end",
                    millis < 1 ? "0.1" : whole(millis));
        }
        for (int second = (int) Math.ceil(first / 5) * 5; second <= last; second += 5) {
            svg.text(x(second), top + LOW + 15, "label", "middle", Integer.toString(second));
        }
        svg.line(LEFT, top + LOW, RIGHT, top + LOW, "axis");
        double[][] millis =
                IntStream.range(0, (int) ((last - first) / BUCKET) + 1)
                        .mapToObj(bucket -> latencies(run, first + bucket * BUCKET))
                        .toArray(double[][]::new);
        path(millis, top, "most", 1);
        path(millis, top, "median", 0.5);
    }

    /** Draws a share of the latencies of each bucket: 0.5 is the median, 1 the largest. */
    private void path(double[][] millis, int top, String kind, double share) {
        StringBuilder points = new StringBuilder();
        for (int bucket = 0; bucket < millis.length; bucket++) {
            if (millis[bucket].length > 0) {
                int rank = (int) Math.ceil(share * millis[bucket].length) - 1;
                double across = x(first + (bucket + 0.5) * BUCKET);
                double up = y(top, millis[bucket][rank]);
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", across, up));
            }
        }
        svg.path(points.toString(), kind);
    }

    private static double[] latencies(ServerRun run, double from) {
        double[] millis =
                run.answers().stream()
                        .filter(answer -> answer.due() - run.sent() >= from * 1e9)
                        .filter(answer -> answer.due() - run.sent() < (from + BUCKET) * 1e9)
                        .mapToDouble(answer -> answer.nanos() / 1e6)
                        .toArray();
        Arrays.sort(millis);
        return millis;
    }

    private double x(double seconds) {
        return LEFT + (RIGHT - LEFT) * (seconds - first) / (last - first);
    }

    private static double y(int top, double millis) {
        double within = Math.min(Math.max(millis, LEAST_MILLIS), MOST_MILLIS);
        double share = Math.log(within / LEAST_MILLIS) / Math.log(MOST_MILLIS / LEAST_MILLIS);
        return top + LOW - (LOW - HIGH) * share;
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
