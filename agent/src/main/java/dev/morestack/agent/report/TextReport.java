package dev.morestack.agent.report;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The report as text: a line for each count, then tables where there is a profile. */
final class TextReport {

    private static final int WIDTH = 44;
    private static final int MOST_ROWS = 15;

    private final StringBuilder text = new StringBuilder("morestack report\n");
    private final JsonObject snapshot;

    private TextReport(JsonObject snapshot) {
        this.snapshot = snapshot;
    }

    static String of(Snapshot snapshot) throws IOException {
        TextReport report = new TextReport(snapshot.parsed());
        report.counts(snapshot.values().get("totals"));
        report.counts(snapshot.values().get("weaving"));
        if (report.snapshot.has("costs")) {
            report.costs();
            report.sites();
            report.threads();
            report.advice();
        }
        return report.text.toString();
    }

    /** Appends a name and a number, aligned. */
    private void line(String name, Object value) {
        text.append(name).append(' ');
        for (int i = name.length() + 1; i < WIDTH; i++) {
            text.append(' ');
        }
        text.append(value).append('\n');
    }

    private void counts(Object numbers) {
        for (Map.Entry<?, ?> count : ((Map<?, ?>) numbers).entrySet()) {
            line(count.getKey().toString(), count.getValue());
        }
    }

    private void costs() {
        long run = snapshot.getLong("nanos");
        text.append("\ntime, of ").append(Words.time(run)).append('\n');
        for (CostPart part : CostPart.values()) {
            JsonObject parts = snapshot.getObject("costs").getObject("nanos");
            long nanos = parts.getLong(part.key());
            if (nanos > 0) {
                line(part.label(), Words.time(nanos) + ", " + Words.percent(nanos, run));
            }
        }
    }

    private void sites() {
        text.append("\nsites, by spills\n");
        JsonArray sites = snapshot.getArray("sites");
        for (int i = 0; i < Math.min(MOST_ROWS, sites.size()); i++) {
            JsonObject site = sites.getObject(i);
            line(Words.shortened(site.getString("method")), Words.grouped(site.getLong("spills")));
            text.append("    ").append(FoldedStack.cycle(site)).append("\n    ");
            text.append(SiteFigures.of(site)).append('\n');
        }
    }

    private void threads() {
        text.append("\nthreads, by spills\n");
        JsonArray threads = snapshot.getArray("threads");
        for (int i = 0; i < Math.min(MOST_ROWS, threads.size()); i++) {
            JsonObject thread = threads.getObject(i);
            String deepest = Words.bytes(thread.getLong("deepestBytes"));
            line(
                    thread.getString("name"),
                    Words.grouped(thread.getLong("spills")) + ", deepest " + deepest);
        }
    }

    private void advice() {
        text.append('\n');
        List<String> advice = Advice.on(snapshot);
        for (String sentence : advice) {
            text.append("- ").append(sentence).append('\n');
        }
    }
}
