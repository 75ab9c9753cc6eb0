package dev.morestack.agent.report;

import java.util.Locale;

/** Numbers and names as people read them. */
final class Words {

    private static final String[] SIZES = {"bytes", "KiB", "MiB", "GiB", "TiB"};

    private Words() {}

    /** Returns the number with a comma after every three digits. */
    static String grouped(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        int first = number < 0 ? 1 : 0;
        for (int i = text.length() - 3; i > first; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    static String bytes(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < SIZES.length - 1) {
            size /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " bytes" : threeDigits(size) + " " + SIZES[unit];
    }

    static String time(long nanos) {
        if (nanos < 1_000) {
            return nanos + " ns";
        }
        if (nanos < 1_000_000) {
            return threeDigits(nanos / 1e3) + " us";
        }
        if (nanos < 1_000_000_000) {
            return threeDigits(nanos / 1e6) + " ms";
        }
        return threeDigits(nanos / 1e9) + " s";
    }

    static String percent(long part, long whole) {
        return percent(whole == 0 ? 0 : 100.0 * part / whole);
    }

    static String percent(double percent) {
        return String.format(Locale.ROOT, percent < 10 ? "%.1f %%" : "%.0f %%", percent);
    }

    /** Returns class and method of {@code pkg.Class.method} without the package. */
    static String shortened(String method) {
        int name = method.lastIndexOf('.');
        int type = method.lastIndexOf('.', Math.max(0, name - 1));
        return method.substring(type + 1);
    }

    private static String threeDigits(double value) {
        String format = value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, format, value);
    }
}
