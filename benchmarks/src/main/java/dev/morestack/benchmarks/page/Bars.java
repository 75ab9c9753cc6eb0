package dev.morestack.benchmarks.page;

import java.util.List;

/**
 * Bars side by side, one for each thing, with a line for the target.
 *
 * @param unit of the values
 * @param target the largest value that is good enough
 */
public record Bars(String name, String title, String unit, double target, List<Bar> bars)
        implements Chart {

    private static final int WIDTH = 760;
    private static final int LEFT = 250;
    private static final int RIGHT = 80;
    private static final int TOP = 58;
    private static final int STEP = 24;

    /** One thing and its value. */
    public record Bar(String label, double value) {}

    @Override
    public String svg() {
        int bottom = TOP + STEP * bars.size();
        double most =
                Math.max(target, bars.stream().mapToDouble(Bar::value).max().orElse(target)) * 1.05;
        double scale = (WIDTH - LEFT - RIGHT) / most;
        Svg svg = new Svg(WIDTH, bottom + 20, title);
        double y = TOP;
        for (Bar bar : bars) {
            String value = Figure.of(bar.value());
            svg.text(LEFT - 8, y + 15, "label", "end", bar.label());
            svg.bar(LEFT, y + 3, bar.value() * scale, STEP - 6, 0, bar.label() + ": " + value);
            svg.text(
                    LEFT + Math.max(bar.value(), target) * scale + 8,
                    y + 15,
                    "label",
                    "start",
                    value);
            y += STEP;
        }
        svg.line(LEFT, TOP, LEFT, bottom, "axis");
        double at = LEFT + target * scale;
        svg.line(at, TOP - 4, at, bottom, "target");
        svg.text(at, TOP - 8, "targettext", "middle", "target: " + Figure.of(target) + " " + unit);
        return svg.text();
    }
}
