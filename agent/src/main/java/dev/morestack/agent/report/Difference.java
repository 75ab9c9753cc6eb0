package dev.morestack.agent.report;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** What changed between two snapshots. */
final class Difference {

    private static final int MOST_SITES = 20;

    private final JsonObject before;
    private final JsonObject after;
    private final StringBuilder text = new StringBuilder();

    private Difference(JsonObject before, JsonObject after) {
        this.before = before;
        this.after = after;
    }

    /** Returns a table of what differs. */
    static String of(JsonObject before, JsonObject after) {
        Difference difference = new Difference(before, after);
        difference.header("", "old", "new");
        difference.row("run", before.getLong("nanos"), after.getLong("nanos"), true);
        difference.numbers("totals", false);
        if (before.has("costs") && after.has("costs")) {
            difference.costs();
        }
        difference.numbers("weaving", false);
        difference.sites();
        return difference.text.toString();
    }

    private void header(String name, String old, String now) {
        text.append(String.format(Locale.ROOT, "%-44s %14s %14s %10s%n", name, old, now, "change"));
    }

    private void row(String name, long old, long now, boolean isTime) {
        String change =
                old == now
                        ? "="
                        : old == 0
                                ? "new"
                                : String.format(Locale.ROOT, "%+.1f %%", 100.0 * (now - old) / old);
        text.append(
                String.format(
                        Locale.ROOT,
                        "%-44s %14s %14s %10s%n",
                        name,
                        isTime ? Words.time(old) : Words.grouped(old),
                        isTime ? Words.time(now) : Words.grouped(now),
                        change));
    }

    private void numbers(String member, boolean isTime) {
        JsonObject old = before.getObject(member);
        JsonObject now = after.getObject(member);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            if (old.getLong(name) != now.getLong(name)) {
                row(name, old.getLong(name), now.getLong(name), isTime);
            }
        }
    }

    private void costs() {
        JsonObject old = before.getObject("costs").getObject("nanos");
        JsonObject now = after.getObject("costs").getObject("nanos");
        for (CostPart part : CostPart.values()) {
            if (old.has(part.key()) || now.has(part.key())) {
                row(part.label(), old.getLong(part.key()), now.getLong(part.key()), true);
            }
        }
    }

    private void sites() {
        Map<String, long[]> spills = new LinkedHashMap<>();
        add(spills, before, 0);
        add(spills, after, 1);
        if (spills.isEmpty()) {
            return;
        }
        text.append('\n');
        header("switches by site", "old", "new");
        List<Map.Entry<String, long[]>> rows = new ArrayList<>(spills.entrySet());
        Collections.sort(rows, new ByChange());
        for (Map.Entry<String, long[]> row : rows.subList(0, Math.min(MOST_SITES, rows.size()))) {
            row(row.getKey(), row.getValue()[0], row.getValue()[1], false);
        }
    }

    /** A method that spills in several recursions is one row: recursions differ by their inputs. */
    private static void add(Map<String, long[]> spills, JsonObject snapshot, int column) {
        JsonArray sites = snapshot.getArray("sites");
        for (int i = 0; i < sites.size(); i++) {
            JsonObject site = sites.getObject(i);
            String name = Words.shortened(site.getString("method"));
            long[] both = spills.get(name);
            if (both == null) {
                both = new long[2];
                spills.put(name, both);
            }
            both[column] += site.getLong("spills");
        }
    }

    private static final class ByChange implements java.util.Comparator<Map.Entry<String, long[]>> {
        @Override
        public int compare(Map.Entry<String, long[]> a, Map.Entry<String, long[]> b) {
            long changeOfA = Math.abs(a.getValue()[1] - a.getValue()[0]);
            long changeOfB = Math.abs(b.getValue()[1] - b.getValue()[0]);
            return Long.compare(changeOfB, changeOfA);
        }
    }
}
