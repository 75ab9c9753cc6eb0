package dev.morestack.agent.report;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.io.IOException;
import java.util.Locale;

/** A snapshot as a screen of text, with what has changed since the one before. */
public final class LiveTable {

    private static final int MOST_THREADS = 12;
    private static final int MOST_SITES = 10;

    private JsonObject before;

    /**
     * Returns the screen.
     *
     * @param json a snapshot
     */
    public String next(String json) throws IOException {
        JsonObject now = Snapshot.parse(json);
        StringBuilder text = new StringBuilder();
        JsonObject totals = now.getObject("totals");
        long nanos = now.getLong("nanos");
        text.append(now.getString("program")).append(", process ").append(now.getLong("pid"));
        text.append(", ").append(Words.time(nanos)).append('\n');
        long spills = totals.getLong("spills");
        text.append(Words.grouped(spills)).append(" switches, ");
        text.append(perSecond(now, spills, before == null ? 0 : spillsOf(before)));
        text.append(" a second; ").append(Words.bytes(totals.getLong("bytes frozen")));
        text.append(" frozen; deepest ");
        text.append(Words.bytes(totals.getLong("deepest stack, bytes"))).append("\n\n");
        threads(text, now);
        sites(text, now);
        before = now;
        return text.toString();
    }

    private static long spillsOf(JsonObject snapshot) {
        return snapshot.getObject("totals").getLong("spills");
    }

    private String perSecond(JsonObject now, long spills, long spillsBefore) {
        long since = now.getLong("nanos") - (before == null ? 0 : before.getLong("nanos"));
        return Words.grouped(Math.round(1e9 * (spills - spillsBefore) / Math.max(1, since)));
    }

    private void threads(StringBuilder text, JsonObject now) {
        text.append(
                String.format(Locale.ROOT, "%-36s %12s %12s%n", "thread", "deepest", "switches"));
        JsonArray rows = now.getArray("threads");
        for (int i = 0; i < Math.min(MOST_THREADS, rows.size()); i++) {
            JsonObject row = rows.getObject(i);
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-36s %12s %12s%n",
                            cut(row.getString("name"), 36),
                            Words.bytes(row.getLong("deepestBytes")),
                            Words.grouped(row.getLong("spills"))));
        }
    }

    private static void sites(StringBuilder text, JsonObject now) {
        JsonArray rows = now.getArray("sites");
        if (rows.isEmpty()) {
            return;
        }
        text.append(String.format(Locale.ROOT, "%n%-49s %12s%n", "site", "switches"));
        for (int i = 0; i < Math.min(MOST_SITES, rows.size()); i++) {
            JsonObject row = rows.getObject(i);
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-49s %12s%n",
                            cut(Words.shortened(row.getString("method")), 49),
                            Words.grouped(row.getLong("spills"))));
        }
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1).concat("\u2026");
    }
}
