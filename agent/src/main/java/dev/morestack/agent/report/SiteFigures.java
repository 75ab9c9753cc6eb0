package dev.morestack.agent.report;

import com.grack.nanojson.JsonObject;

/** The figures of a site in a line. */
final class SiteFigures {

    private SiteFigures() {}

    static String of(JsonObject site) {
        long spills = Math.max(1, site.getLong("spills"));
        StringBuilder line = new StringBuilder();
        line.append(Words.bytes(site.getLong("bytes") / spills)).append(" a spill, ");
        line.append(Words.time(nanos(site) / spills)).append(" there and back");
        if (site.getLong("frames") > 0) {
            line.append(", at most ").append(perCall(site)).append(" a call");
        }
        line.append("; deepest ").append(Words.bytes(site.getLong("deepestBytes")));
        return line.toString();
    }

    /** Returns the ns of all spills of the site and of the way back through their frames. */
    static long nanos(JsonObject site) {
        return site.getLong("switchNanos") + site.getLong("thawNanos");
    }

    /**
     * Spills freeze frames that calls have made since the spill before. Calls that came back
     * meanwhile are not among these frames, so a call costs at most this.
     */
    static String perCall(JsonObject site) {
        return Words.time(Math.round((double) nanos(site) / site.getLong("frames")));
    }
}
