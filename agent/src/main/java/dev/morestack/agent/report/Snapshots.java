package dev.morestack.agent.report;

import dev.morestack.runtime.Calibration;
import dev.morestack.runtime.Counters;
import dev.morestack.runtime.Profile;
import dev.morestack.runtime.Site;
import dev.morestack.runtime.ThreadRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Takes snapshots of all that has been measured so far. */
public final class Snapshots {

    private static final int MOST_THREADS = 200;
    private static final int MOST_TIMELINES = 48;
    private static final int MOST_SITES = 200;

    private final Map<String, Object> run;
    private final Supplier<Map<String, Object>> weaving;

    /** Once measured it is kept: it takes some 20 ms. */
    private Calibration calibration;

    /**
     * Creates a maker of snapshots.
     *
     * @param run what is to be said of the run, as JSON values
     * @param weaving counts of the weaving, by name
     */
    public Snapshots(Map<String, Object> run, Supplier<Map<String, Object>> weaving) {
        this.run = run;
        this.weaving = weaving;
    }

    /** Takes a snapshot for a report. */
    public synchronized Snapshot take() {
        if (Profile.isWalking() && calibration == null && Counters.SPILLS.sum() > 0) {
            try {
                calibration = Profile.calibrate();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return take(MOST_THREADS, MOST_TIMELINES, MOST_SITES);
    }

    /** Takes a snapshot of the busiest threads and sites, without measuring anything anew. */
    public synchronized Snapshot takeBriefly(int threads, int sites) {
        return take(threads, 0, sites);
    }

    private Snapshot take(int mostThreads, int mostTimelines, int mostSites) {
        long nanos = Profile.nanos();
        ThreadRecord[] records = Profile.threads();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("schema", Snapshot.SCHEMA);
        all.putAll(run);
        all.put("nanos", nanos);
        all.put("totals", totals(records));
        all.put("weaving", weaving.get());
        CostTable costs = new CostTable(calibration);
        if (Profile.isWalking()) {
            all.put("costs", costs.toJson());
        }
        all.put("threads", ThreadRows.of(records, mostThreads, mostTimelines));
        all.put("sites", SiteRows.of(Profile.sites(), mostSites, costs));
        return new Snapshot(all);
    }

    private static Map<String, Object> totals(ThreadRecord[] records) {
        Map<String, Object> totals = new LinkedHashMap<>();
        for (Counters counter : Counters.values()) {
            totals.put(counter.label(), counter.sum());
        }
        ThreadRecord deepest = Profile.deepest(records);
        totals.put("deepest stack, bytes", deepest == null ? 0L : deepest.deepestBytes());
        if (Profile.isWalking()) {
            boolean counted = deepest != null && deepest.isFramesCounted();
            totals.put(
                    counted ? "deepest stack, frames" : "deepest stack, frames (estimated)",
                    deepest == null ? 0L : deepest.deepestFrames());
        }
        return totals;
    }

    /**
     * Returns, in lines, which threads have needed more stack than they had for trial.
     *
     * @param size what they had, in words
     */
    public List<String> rehearsal(String size) {
        return Grown.lines(Profile.threads(), size);
    }

    /** Returns the sites with the most spills, these first. */
    public static List<Site> busiest(Site[] sites, int most) {
        return SiteRows.busiest(sites, most);
    }
}
