package dev.morestack.agent.report;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What a snapshot suggests, in plain words. */
final class Advice {

    /** Share of the run's time from which a site is worth a sentence. */
    private static final double WORTH = 0.01;

    private static final int MOST_SITES = 3;

    /** The widest window that takes effect is 240k, and threads overshoot it a little. */
    private static final long FITS_WINDOW = 220 << 10;

    /** Refusals from which on native frames are worth a sentence: a few are usual. */
    private static final int MANY = 100;

    private final JsonObject snapshot;
    private final JsonObject totals;
    private final List<String> sentences = new ArrayList<>();

    private Advice(JsonObject snapshot) {
        this.snapshot = snapshot;
        totals = snapshot.getObject("totals");
    }

    static List<String> on(JsonObject snapshot) {
        Advice advice = new Advice(snapshot);
        if (advice.totals.getLong("spills") == 0) {
            advice.sentences.add(
                    "No stack was switched: no thread came near the end of its stack.");
        } else {
            advice.sites();
        }
        advice.limit();
        advice.pinned();
        return advice.sentences;
    }

    private void sites() {
        long run = snapshot.getLong("nanos");
        JsonArray sites = snapshot.getArray("sites");
        for (int i = 0; i < sites.size() && sentences.size() < MOST_SITES; i++) {
            JsonObject site = sites.getObject(i);
            long nanos = SiteFigures.nanos(site);
            if (nanos >= WORTH * run) {
                site(site, Words.percent(nanos, run));
            }
        }
        if (sentences.isEmpty()) {
            sentences.add(
                    "Switches took less than "
                            + Words.percent(100 * WORTH)
                            + " of the run's time at every site: nothing to do.");
        }
    }

    private void site(JsonObject site, String share) {
        String method = Words.shortened(site.getString("method"));
        long spills = site.getLong("spills");
        StringBuilder text = new StringBuilder();
        text.append(method).append(" switched ").append(Words.grouped(spills));
        text.append(" times, ").append(share).append(" of the run's time. ");
        long deepest = site.getLong("deepestBytes");
        // A virtual thread's stack has no size that could be chosen.
        boolean virtual = 2 * site.getLong("virtualBytes") > site.getLong("bytes");
        text.append(virtual ? "On a platform thread, tag" : "Tag");
        text.append(
                " the method that starts the recursion @GrowableStack(\"carrier\"), or give the");
        text.append(" thread a stack of ").append(Words.bytes(2 * deepest));
        text.append(", and it would not switch there");
        // Where stacks are deeper, a wider window leaves freezes too little room.
        if (totals.getLong("deepest stack, bytes") <= FITS_WINDOW) {
            text.append("; nor would one with window=240k");
        }
        if (site.getArray("cycle").size() == 1) {
            text.append("; a loop in place of the recursion would not either");
        }
        text.append('.');
        if (site.getLong("again") > spills / 2) {
            text.append(" More than half of these crossed a boundary that they had crossed before");
            if (site.getLong("frames") > 0) {
                text.append(", at no more than ").append(SiteFigures.perCall(site));
                text.append(" a call");
            }
            text.append('.');
        }
        sentences.add(text.toString());
    }

    private void limit() {
        long hits = totals.getLong("limit hits");
        if (hits > 0) {
            sentences.add(
                    "The limit stopped a thread "
                            + Words.grouped(hits)
                            + " times. If the recursion has an end, raise limit.");
        }
    }

    private void pinned() {
        long refused = totals.getLong("pinned: native frame");
        if (refused >= MANY) {
            sentences.add(
                    Words.grouped(refused)
                            + " spills were refused because of a native frame. If stacks overflow"
                            + " there, name the Java method that native code calls with entry=.");
        }
        long held = totals.getLong("pinned: monitor held");
        if (held > 0) {
            sentences.add(
                    Words.grouped(held)
                            + " spills were refused because a frame held a monitor. From JDK 24 on"
                            + " none is.");
        }
        long noRoom = totals.getLong("pinned: no room to freeze");
        if (noRoom > 0) {
            sentences.add(
                    Words.grouped(noRoom)
                            + " spills were refused for lack of room to freeze. A smaller window"
                            + " leaves more.");
        }
    }
}
