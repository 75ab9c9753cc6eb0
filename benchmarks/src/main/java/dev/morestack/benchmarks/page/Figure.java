package dev.morestack.benchmarks.page;

import java.util.Locale;

/** A measured number as text: three significant digits, and no exponent. */
public final class Figure {

    private Figure() {}

    public static String of(double value) {
        String format = value < 1 ? "%.3f" : value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, value);
    }

    /** Returns the value, and in brackets the least and the most of those that it stands for. */
    public static String of(double value, double least, double most) {
        return of(value) + " (" + of(least) + " - " + of(most) + ")";
    }
}
