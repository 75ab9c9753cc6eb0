package dev.morestack.agent.report;

import dev.morestack.runtime.Counters;
import dev.morestack.runtime.ThreadRecord;
import dev.morestack.runtime.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The threads of a snapshot: a row for each of the busiest, and one for the rest. */
final class ThreadRows {

    private ThreadRows() {}

    static List<Object> of(ThreadRecord[] records, int most, int mostTimelines) {
        ThreadRecord[] sorted = records.clone();
        Arrays.sort(sorted, new BySpills());
        List<Object> rows = new ArrayList<>();
        long spills = 0;
        long bytes = 0;
        for (int i = 0; i < sorted.length && i < most; i++) {
            rows.add(row(sorted[i], i < mostTimelines));
            spills += sorted[i].count(Counters.SPILLS);
            bytes += sorted[i].count(Counters.BYTES_FROZEN);
        }
        // Also those whose records have given way to others.
        long otherSpills = Counters.SPILLS.sum() - spills;
        if (otherSpills > 0) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", "(other threads)");
            row.put("spills", otherSpills);
            row.put("bytes", Math.max(0, Counters.BYTES_FROZEN.sum() - bytes));
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Object> row(ThreadRecord record, boolean withTimeline) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", record.id());
        row.put("name", record.name().isEmpty() ? "virtual #" + record.id() : record.name());
        row.put("virtual", record.isVirtual());
        row.put("alive", record.isAlive());
        row.put("spills", record.count(Counters.SPILLS));
        row.put("bytes", record.count(Counters.BYTES_FROZEN));
        row.put("deepestBytes", record.deepestBytes());
        row.put("deepestFrames", record.deepestFrames());
        row.put("framesCounted", record.isFramesCounted());
        row.put("switchNanos", record.nanos());
        row.put("counts", counts(record));
        Timeline timeline = record.timeline();
        if (withTimeline && timeline != null) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("intervalNanos", timeline.width());
            line.put("depths", list(timeline.depths()));
            line.put("spills", list(timeline.spills()));
            row.put("timeline", line);
        }
        return row;
    }

    /** Returns what is rarer than spills, by name, and only what there was. */
    private static Map<String, Object> counts(ThreadRecord record) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Counters counter : Counters.values()) {
            boolean common = counter == Counters.SPILLS || counter == Counters.BYTES_FROZEN;
            if (!common && record.count(counter) > 0) {
                counts.put(counter.label(), record.count(counter));
            }
        }
        return counts;
    }

    private static List<Object> list(long[] values) {
        List<Object> list = new ArrayList<>(values.length);
        for (long value : values) {
            list.add(value);
        }
        return list;
    }

    private static final class BySpills implements Comparator<ThreadRecord> {
        @Override
        public int compare(ThreadRecord a, ThreadRecord b) {
            int bySpills = Long.compare(b.count(Counters.SPILLS), a.count(Counters.SPILLS));
            return bySpills != 0 ? bySpills : Long.compare(a.id(), b.id());
        }
    }
}
