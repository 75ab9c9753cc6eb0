package dev.morestack.agent.report;

import dev.morestack.runtime.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sites of a snapshot, those with the most spills first. */
final class SiteRows {

    private SiteRows() {}

    static List<Object> of(Site[] sites, int most, CostTable costs) {
        Map<List<String>, List<String>> paths = pathsByCycle(sites);
        List<Object> rows = new ArrayList<>();
        for (Site site : busiest(sites, most)) {
            List<String> cycle = List.of(site.cycle());
            String[] path = site.path();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("method", site.method());
            row.put("cycle", cycle);
            row.put("path", path == null ? paths.getOrDefault(cycle, List.of()) : List.of(path));
            row.put("samples", site.samples());
            row.put("spills", site.spills());
            row.put("again", site.again());
            row.put("bytes", site.bytes());
            row.put("virtualBytes", site.virtualBytes());
            row.put("frames", site.frames());
            row.put("deepestBytes", site.deepestBytes());
            row.put("deepestFrames", site.deepestFrames());
            row.put("switchNanos", site.nanos() + costs.virtualNanos(site.virtualBytes()));
            row.put("thawNanos", costs.thawNanos(site.bytes()));
            rows.add(row);
        }
        return rows;
    }

    static List<Site> busiest(Site[] sites, int most) {
        List<Site> sorted = new ArrayList<>(List.of(sites));
        Collections.sort(sorted, new BySpills());
        return sorted.subList(0, Math.min(most, sorted.size()));
    }

    /** Not every walk goes to the bottom; what led into a recursion, other sites of it may know. */
    private static Map<List<String>, List<String>> pathsByCycle(Site[] sites) {
        Map<List<String>, List<String>> paths = new HashMap<>();
        for (Site site : sites) {
            String[] path = site.path();
            if (path != null && site.cycle().length > 0) {
                paths.put(List.of(site.cycle()), List.of(path));
            }
        }
        return paths;
    }

    private static final class BySpills implements Comparator<Site> {
        @Override
        public int compare(Site a, Site b) {
            return Long.compare(b.spills(), a.spills());
        }
    }
}
