package dev.morestack.benchmarks.server;

import dev.morestack.benchmarks.Machine;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * The page that the experiment leaves behind, in Markdown.
 *
 * @param chart the name of the file with the picture
 */
record ServerPage(
        LocalDate date,
        Machine machine,
        String heap,
        int seconds,
        String chart,
        List<ServerRun> runs) {

    /** Well under ten. */
    private static final double MOST_SECONDS = 5;

    String text() {
        StringBuilder page = new StringBuilder();
        page.append("# A server with a runaway request, ").append(date).append("\n\n");
        page.append(machine.describe()).append("\n\n");
        page.append("`benchmarks/run.sh --server --seconds=").append(seconds);
        page.append("`, server with `-Xmx").append(heap).append("`, the default limit and flags.");
        page.append(
                String.format(
                        Locale.ROOT,
                        "\n\nThe JDK's HTTP server answers %d requests a second, due at fixed times,"
                                + " on %d connections, with %d threads or a virtual one each; every"
                                + " request recurses %d frames deep with about 80 ns of work in"
                                + " each. After %.1f s that do not count and %d s that do, one more"
                                + " request recurses without an end. Latencies are counted from the"
                                + " time a request is due. The load comes from a process on the same"
                                + " processors.\n\n",
                        Load.REQUESTS_PER_SECOND,
                        Load.CONNECTIONS,
                        Server.THREADS,
                        Server.FRAMES,
                        seconds / 2.0,
                        seconds));
        page.append("![Latencies over time](").append(chart).append(")\n\n");
        page.append("## The runaway request\n\n");
        page.append("From its first frame to the handler at its base, its unwinding included.\n\n");
        page.append(
                "| server | ended with | s | at most | of these down | collectors | frames | |\n");
        page.append("| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |\n");
        runs.forEach(run -> page.append(runaway(run)));
        page.append("\n## All other requests\n\n");
        page.append("Median / 99 % / largest latency in ms, and how many there were.\n\n");
        page.append("| server | before | during | after | lost |\n");
        page.append("| --- | ---: | ---: | ---: | ---: |\n");
        runs.forEach(run -> page.append(others(run)));
        return page.toString();
    }

    private static String runaway(ServerRun run) {
        Runaway runaway = run.runaway();
        return String.format(
                Locale.ROOT,
                "| %s | `%s` | %.2f | %.0f | %.2f | %.2f | %,d | %s |\n",
                run.setup().name(),
                runaway.end(),
                runaway.seconds(),
                MOST_SECONDS,
                runaway.down() / 1e9,
                runaway.collectorMillis() / 1e3,
                runaway.frames(),
                runaway.seconds() < MOST_SECONDS ? "met" : "MISSED");
    }

    private static String others(ServerRun run) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %d |\n",
                run.setup().name(),
                latency(run.before()),
                latency(run.during()),
                latency(run.after()),
                run.lost());
    }

    private static String latency(ServerRun.Latency latency) {
        if (latency.requests() == 0) {
            return "none";
        }
        return String.format(
                Locale.ROOT,
                "%.2f / %.2f / %.1f (%,d)",
                latency.median(),
                latency.most99(),
                latency.most(),
                latency.requests());
    }
}
