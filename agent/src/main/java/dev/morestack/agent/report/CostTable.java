package dev.morestack.agent.report;

import dev.morestack.runtime.Calibration;
import dev.morestack.runtime.Costs;
import dev.morestack.runtime.Counters;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the time of spills goes, each part apart from the others. What is measured is what the
 * clock showed at sampled spills, less the clock itself; what is estimated says from what.
 */
final class CostTable {

    private static final String[] KINDS = {"newSegment", "reusedSegment", "virtualThread"};

    private final Calibration calibration;

    /** Null unless a report is made of it. */
    CostTable(Calibration calibration) {
        this.calibration = calibration;
    }

    /** Returns the estimated ns of returning through so many frozen bytes; 0 when unknown. */
    long thawNanos(long bytes) {
        return calibration == null ? 0 : bytes / 1000 * calibration.thawPicos();
    }

    /**
     * Returns the estimated ns to freeze so many bytes of virtual threads and to resume these. What
     * a clock shows there is for the most part the time that other threads had meanwhile.
     */
    long virtualNanos(long bytes) {
        return calibration == null ? 0 : bytes / 1000 * calibration.switchPicos();
    }

    Map<String, Object> toJson() {
        long clock = calibration == null ? 0 : calibration.timerNanos();
        Map<String, Object> table = new LinkedHashMap<>();
        long freezing = freezing(Costs.NEW, clock) + freezing(Costs.REUSED, clock);
        long resuming = resuming(Costs.NEW, clock) + resuming(Costs.REUSED, clock);
        long allocating =
                Math.min(freezing, scaled(Costs.NEW, Costs.allocateNanos(Costs.NEW), clock));
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("freezing", freezing - allocating);
        parts.put("allocating", allocating);
        parts.put("resuming", resuming);
        parts.put("thawing", thawNanos(Counters.BYTES_FROZEN.sum()));
        long virtual = Costs.bytes(Costs.VIRTUAL) + Costs.interruptedBytes(Costs.VIRTUAL);
        parts.put("virtualThreads", virtualNanos(virtual));
        Map<String, Object> collector = GarbageCollection.ofSegments(segmentBytes());
        if (collector != null) {
            parts.put("collecting", collector.get("segmentNanos"));
        }
        table.put("nanos", parts);
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (int kind = 0; kind < KINDS.length; kind++) {
            kinds.put(KINDS[kind], kind(kind));
        }
        table.put("timed", kinds);
        if (calibration != null) {
            Map<String, Object> measured = new LinkedHashMap<>();
            measured.put("clockNanos", calibration.timerNanos());
            measured.put("switchPicosPerByte", calibration.switchPicos());
            measured.put("thawPicosPerByte", calibration.thawPicos());
            measured.put("frames", calibration.frames());
            table.put("calibration", measured);
        }
        if (collector != null) {
            table.put("collector", collector);
        }
        return table;
    }

    private static long segmentBytes() {
        return Costs.allocatedBytes(Costs.NEW) + Costs.allocatedBytes(Costs.VIRTUAL);
    }

    private static Map<String, Object> kind(int kind) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("samples", Costs.samples(kind));
        row.put("spills", Costs.spills(kind));
        row.put("interrupted", Costs.interrupted(kind));
        row.put("bytes", Costs.bytes(kind));
        row.put("segmentBytes", Costs.allocatedBytes(kind));
        row.put("freezeNanos", Costs.freezeNanos(kind));
        row.put("resumeNanos", Costs.resumeNanos(kind));
        row.put("allocateNanos", Costs.allocateNanos(kind));
        return row;
    }

    private static long freezing(int kind, long clock) {
        return scaled(kind, Costs.freezeNanos(kind), clock);
    }

    private static long resuming(int kind, long clock) {
        return scaled(kind, Costs.resumeNanos(kind), clock);
    }

    /** Takes the clock off, and adds what the interrupted spills would have cost. */
    private static long scaled(int kind, long nanos, long clock) {
        long spills = Costs.spills(kind);
        if (spills == 0) {
            return 0;
        }
        double net = Math.max(0.0, nanos - (double) clock * spills);
        return (long) (net * (spills + Costs.interrupted(kind)) / spills);
    }
}
