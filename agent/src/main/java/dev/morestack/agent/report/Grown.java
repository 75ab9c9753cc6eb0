package dev.morestack.agent.report;

import dev.morestack.runtime.Counters;
import dev.morestack.runtime.ThreadRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Threads that have grown, those of one kind together: kinds differ in more than digits. */
final class Grown {

    private static final int MOST_LINES = 20;

    private final String kind;
    private int threads;
    private long deepest;

    /** The deepest stack of a thread that was looked at: few spills may all be missed. */
    private long lookedAt;

    private long frames;

    private Grown(String kind) {
        this.kind = kind;
    }

    /** Returns a line for all and one for each kind, the deepest first. */
    static List<String> lines(ThreadRecord[] records, String size) {
        Map<String, Grown> kinds = new TreeMap<>();
        int count = 0;
        for (ThreadRecord record : records) {
            if (record.count(Counters.SPILLS) > 0) {
                count++;
                add(kinds, record);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                count == 0
                        ? "rehearsal: every thread got by with " + size
                        : "rehearsal: " + threads(count) + " needed more than " + size);
        List<Grown> sorted = sorted(kinds.values());
        for (int i = 0; i < sorted.size() && i < MOST_LINES; i++) {
            lines.add(sorted.get(i).line());
        }
        if (sorted.size() > MOST_LINES) {
            lines.add("  and " + (sorted.size() - MOST_LINES) + " kinds more");
        }
        return lines;
    }

    private static List<Grown> sorted(Collection<Grown> kinds) {
        List<Grown> sorted = new ArrayList<>(kinds);
        sorted.sort(
                new Comparator<>() {
                    @Override
                    public int compare(Grown a, Grown b) {
                        return Long.compare(b.deepest, a.deepest);
                    }
                });
        return sorted;
    }

    private static void add(Map<String, Grown> kinds, ThreadRecord record) {
        String kind = kind(record);
        Grown grown = kinds.get(kind);
        if (grown == null) {
            grown = new Grown(kind);
            kinds.put(kind, grown);
        }
        grown.add(record);
    }

    private static String kind(ThreadRecord record) {
        String name = record.name().isEmpty() ? "virtual" : record.name();
        return name.replaceAll("[0-9]+", "#");
    }

    private void add(ThreadRecord record) {
        threads++;
        deepest = Math.max(deepest, record.deepestBytes());
        if (record.deepestFrames() > 0 && record.deepestBytes() > lookedAt) {
            lookedAt = record.deepestBytes();
            frames = record.deepestFrames();
        }
    }

    private static String threads(int count) {
        return Words.grouped(count) + (count == 1 ? " thread" : " threads");
    }

    private String line() {
        return "  "
                + kind
                + (threads == 1 ? "" : " (" + threads(threads) + ")")
                + ": "
                + Words.bytes(deepest)
                + (frames == 0
                        ? ""
                        : ", " + Words.grouped(frames * deepest / lookedAt) + " frames");
    }
}
