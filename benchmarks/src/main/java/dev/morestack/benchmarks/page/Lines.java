package dev.morestack.benchmarks.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Lines on logarithmic axes, each with its name at the right.
 *
 * @param across what the horizontal axis shows, and its unit
 * @param up what the vertical axis shows, and its unit
 * @param marks whether each point has a mark
 * @param lines by name, in the order of their colours
 */
public record Lines(
        String name,
        String title,
        String across,
        String up,
        boolean marks,
        Map<String, NavigableMap<Double, Double>> lines)
        implements Chart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 400;
    private static final int LEFT = 76;
    private static final int RIGHT = 590;
    private static final int TOP = 60;
    private static final int BOTTOM = 350;
    private static final int LABEL_HEIGHT = 16;

    @Override
    public String svg() {
        Axis x = new Axis(true, LEFT, RIGHT);
        Axis y = new Axis(false, BOTTOM, TOP);
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        svg.text(LEFT, TOP - 14, "label", "start", up);
        svg.text(RIGHT, HEIGHT - 14, "label", "end", across);
        for (double value = y.least; value <= y.most * 1.01; value *= 10) {
            svg.line(LEFT, y.at(value), RIGHT, y.at(value), "grid");
            svg.text(LEFT - 8, y.at(value) + 4, "label", "end", number(value));
        }
        for (double value = x.least; value <= x.most * 1.01; value *= 10) {
            svg.text(x.at(value), BOTTOM + 18, "label", "middle", number(value));
        }
        svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "axis");
        int series = 0;
        for (Map.Entry<String, NavigableMap<Double, Double>> line : lines.entrySet()) {
            draw(svg, series++, line.getKey(), line.getValue(), x, y);
        }
        labels(svg, y);
        return svg.text();
    }

    private void draw(
            Svg svg, int series, String label, Map<Double, Double> points, Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        points.forEach(
                (across, up) ->
                        path.append(
                                String.format(Locale.ROOT, "%.1f,%.1f ", x.at(across), y.at(up))));
        svg.path(path.toString(), series);
        if (marks) {
            points.forEach(
                    (across, up) ->
                            svg.mark(
                                    x.at(across),
                                    y.at(up),
                                    series,
                                    String.format(
                                            Locale.ROOT,
                                            "%s, %s: %.3g",
                                            label,
                                            number(across),
                                            up)));
        }
    }

    /** Puts names where the lines end, from the top down, moved apart where they would touch. */
    private void labels(Svg svg, Axis y) {
        TreeMap<Double, Integer> byHeight = new TreeMap<>();
        List<String> names = List.copyOf(lines.keySet());
        for (int series = 0; series < names.size(); series++) {
            NavigableMap<Double, Double> points = lines.get(names.get(series));
            if (!points.isEmpty()) {
                byHeight.put(y.at(points.lastEntry().getValue()) + series * 1e-6, series);
            }
        }
        double next = TOP;
        for (Map.Entry<Double, Integer> label : byHeight.entrySet()) {
            double height = Math.max(next, label.getKey());
            svg.mark(RIGHT + 14, height, label.getValue(), names.get(label.getValue()));
            svg.text(RIGHT + 24, height + 4, "label", "start", names.get(label.getValue()));
            next = height + LABEL_HEIGHT;
        }
    }

    private static String number(double value) {
        return value < 1
                ? String.format(Locale.ROOT, "%.3g", value)
                : String.format(Locale.ROOT, "%,.0f", value);
    }

    /** A logarithmic axis from a power of ten to another. */
    private final class Axis {

        private final double least;
        private final double most;
        private final double from;
        private final double to;

        Axis(boolean isAcross, double from, double to) {
            this.from = from;
            this.to = to;
            double[] values =
                    lines.values().stream()
                            .flatMap(
                                    points ->
                                            (isAcross ? points.keySet() : points.values()).stream())
                            .mapToDouble(Double::doubleValue)
                            .toArray();
            double low = Arrays.stream(values).min().orElse(1);
            double high = Arrays.stream(values).max().orElse(10);
            least = Math.pow(10, Math.floor(Math.log10(low)));
            most = Math.max(10 * least, Math.pow(10, Math.ceil(Math.log10(high))));
        }

        double at(double value) {
            return from + (to - from) * Math.log(value / least) / Math.log(most / least);
        }
    }
}
