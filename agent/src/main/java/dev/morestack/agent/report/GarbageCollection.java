package dev.morestack.agent.report;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the collector spent, and the share of it that segments had in all that was allocated. It
 * needs the modules {@code java.management} and {@code jdk.management}.
 */
final class GarbageCollection {

    private GarbageCollection() {}

    /** Returns the figures as JSON values; null when the JVM does not tell them. */
    static Map<String, Object> ofSegments(long segmentBytes) {
        if (ModuleLayer.boot().findModule("jdk.management").isEmpty()) {
            return null;
        }
        try {
            return Beans.read(segmentBytes);
        } catch (RuntimeException | LinkageError e) {
            return null;
        }
    }

    /** Apart, for it cannot be linked without the modules. */
    private static final class Beans {

        private Beans() {}

        static Map<String, Object> read(long segmentBytes) {
            long millis = 0;
            long collections = 0;
            for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
                millis += Math.max(0, bean.getCollectionTime());
                collections += Math.max(0, bean.getCollectionCount());
            }
            if (!(ManagementFactory.getThreadMXBean()
                    instanceof com.sun.management.ThreadMXBean threads)) {
                return null;
            }
            long allocated = Math.max(threads.getTotalThreadAllocatedBytes(), segmentBytes);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("collections", collections);
            row.put("nanos", millis * 1_000_000);
            row.put("allocatedBytes", allocated);
            row.put("segmentBytes", segmentBytes);
            long share = allocated == 0 ? 0 : (long) (millis * 1e6 * segmentBytes / allocated);
            row.put("segmentNanos", share);
            return row;
        }
    }
}
