package dev.morestack.examples;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares an output with the one that an example shows, save for what varies between runs. */
final class Output {

    private static final String ANYTHING = "...";
    private static final Pattern VERSION = Pattern.compile("^morestack \\d[^: ]*:");
    private static final Pattern LIMIT = Pattern.compile("up to \\d+[kmg]? a thread");

    private static final Pattern FRAMES = Pattern.compile("in (more than )?[\\d,]+ frames");

    /** A line of the report: a count differs from run to run, but not whether there is any. */
    private static final Pattern COUNT = Pattern.compile("^(\\S.*?) {2,}(\\d+)$");

    private Output() {}

    /** Tells whether the lines are as shown, where {@code ...} stands for any lines. */
    static boolean isAsShown(List<String> shown, List<String> real) {
        if (shown.isEmpty()) {
            return real.isEmpty();
        }
        List<String> rest = shown.subList(1, shown.size());
        if (shown.get(0).equals(ANYTHING)) {
            for (int from = 0; from <= real.size(); from++) {
                if (isAsShown(rest, real.subList(from, real.size()))) {
                    return true;
                }
            }
            return false;
        }
        return !real.isEmpty()
                && steady(shown.get(0)).equals(steady(real.get(0)))
                && isAsShown(rest, real.subList(1, real.size()));
    }

    /** Returns the line with a fixed text in place of what varies. */
    private static String steady(String line) {
        String steady = VERSION.matcher(line).replaceFirst("morestack VERSION:");
        steady = LIMIT.matcher(steady).replaceFirst("up to LIMIT a thread");
        steady = FRAMES.matcher(steady).replaceFirst("in more than SOME frames");
        Matcher count = COUNT.matcher(steady);
        if (count.matches()) {
            steady = count.group(1) + (Long.parseLong(count.group(2)) == 0 ? " NONE" : " SOME");
        }
        return steady;
    }
}
