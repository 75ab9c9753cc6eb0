package dev.morestack.benchmarks.page;

import java.util.Locale;

/**
 * An SVG file under construction. Colours are classes, so that the file itself knows what to look
 * like on a light and on a dark page.
 */
public final class Svg {

    /** Series have colours of their own, which differ in light and in dark, in this order. */
    static final int COLOURS = 9;

    private static final String STYLE =
            """
            <style>
            svg { background: #fcfcfb; }
            text { font: 12px system-ui, sans-serif; fill: #52514e; }
            .title { font-size: 14px; font-weight: 600; fill: #0b0b0b; }
            .grid { stroke: #e1e0d9; } .axis { stroke: #898781; }
            .target { stroke: #d03b3b; stroke-dasharray: 4 3; } .targettext { fill: #b02a2a; }
            .line { fill: none; stroke-width: 2; }
            .s0 { --c: #2a78d6; } .s1 { --c: #008300; } .s2 { --c: #e87ba4; } .s3 { --c: #eda100; }
            .s4 { --c: #1baf7a; } .s5 { --c: #eb6834; } .s6 { --c: #4a3aa7; } .s7 { --c: #898781; }
            .s8 { --c: #8a4b1f; }
            .line { stroke: var(--c); } .mark, .bar { fill: var(--c); }
            @media (prefers-color-scheme: dark) {
            svg { background: #1a1a19; }
            text { fill: #c3c2b7; } .title { fill: #ffffff; }
            .grid { stroke: #2c2c2a; } .targettext { fill: #f08080; }
            .s0 { --c: #3987e5; } .s1 { --c: #008300; } .s2 { --c: #d55181; } .s3 { --c: #c98500; }
            .s4 { --c: #199e70; } .s5 { --c: #d95926; } .s6 { --c: #9085e9; }
            .s8 { --c: #c08a60; }
            }
            </style>
            """;

    private final StringBuilder body = new StringBuilder();

    Svg(int width, int height, String title) {
        this(width, height, title, STYLE);
        text(16, 24, "title", "start", title);
    }

    /**
     * Begins a file with nothing to be seen.
     *
     * @param title for who cannot see it
     * @param style the element that tells what the kinds of its parts look like
     */
    public Svg(int width, int height, String title, String style) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                        + " viewBox=\"0 0 %d %d\" role=\"img\">\n<title>%s</title>\n",
                width, height, width, height, escaped(title));
        body.append(style);
    }

    public void text(double x, double y, String kind, String anchor, String text) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" class=\"%s\" text-anchor=\"%s\">%s</text>\n",
                x, y, kind, anchor, escaped(text));
    }

    public void line(double fromX, double fromY, double toX, double toY, String kind) {
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>\n",
                fromX, fromY, toX, toY, kind);
    }

    public void area(double x, double y, double width, double height, String kind) {
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"%s\"/>\n",
                x, y, width, height, kind);
    }

    void bar(double x, double y, double width, double height, int series, String tip) {
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\""
                        + " class=\"bar s%d\"><title>%s</title></rect>\n",
                x, y, width, height, series % COLOURS, escaped(tip));
    }

    void mark(double x, double y, int series, String tip) {
        add(
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" class=\"mark s%d\">"
                        + "<title>%s</title></circle>\n",
                x, y, series % COLOURS, escaped(tip));
    }

    /** Draws a line through points, whose coordinates are given as SVG's {@code points}. */
    void path(String points, int series) {
        path(points, "line s" + series % COLOURS);
    }

    /** The same, of a kind. */
    public void path(String points, String kind) {
        add("<polyline class=\"%s\" points=\"%s\"/>\n", kind, points.strip());
    }

    public String text() {
        return body + "</svg>\n";
    }

    @SuppressWarnings("AnnotateFormatMethod") // Error Prone's annotation is no dependency here.
    private void add(String format, Object... values) {
        body.append(String.format(Locale.ROOT, format, values));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
