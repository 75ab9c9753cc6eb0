package dev.morestack.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs a batch of seeds in a JVM of its own, and in another one what a lost JVM has left. */
final class Batch {
    private static final Pattern SPILLS = Pattern.compile("^spills\\s+(\\d+)");

    /** After so many the rest of a batch is not worth its time. */
    private static final int MOST_MISHAPS = 5;

    private final FuzzSettings settings;
    private final JvmConfig config;
    private final Path folder;
    private final Map<Long, String> traces = new TreeMap<>();
    private final List<Mishap> mishaps = new ArrayList<>();
    private long refusals;

    Batch(FuzzSettings settings, JvmConfig config) throws IOException {
        this.settings = settings;
        this.config = config;
        Files.createDirectories(settings.folder());
        folder = Files.createTempDirectory(settings.folder(), config.name() + "-");
    }

    /** Where the JVMs of this batch leave what they write. */
    Path folder() {
        return folder;
    }

    BatchResult run(FuzzOptions options) throws IOException, InterruptedException {
        long end = options.from() + options.count();
        long from = options.from();
        while (from < end && mishaps.size() < MOST_MISHAPS) {
            long stop = config.isLimited() ? Math.min(end, Limits.nextJvm(from)) : end;
            FuzzOptions rest = options.withSeeds(from, (int) (stop - from));
            List<String> command = JvmCommand.of(settings, config, rest, folder);
            JvmRun run = JvmRun.of(settings, command, from, folder);
            traces.putAll(run.traces());
            refusals += run.refusals();
            boolean complete = run.next() >= stop && run.running().isEmpty();
            if (!complete || !run.mishap().isEmpty()) {
                report(run, Math.min(run.next(), stop - 1));
            }
            // A JVM that does not even start is not tried for ever.
            from = Math.max(run.next(), from + 1);
        }
        return new BatchResult(traces, mishaps, spills(), refusals);
    }

    /** Blames every program that was running, or if none was the one that should have been next. */
    private void report(JvmRun run, long next) throws IOException {
        String how = run.mishap().isEmpty() ? "an early end" : run.mishap();
        String what = how + crashLog().map(log -> ", " + log).orElse("") + ", see " + folder;
        if (run.running().isEmpty()) {
            mishaps.add(new Mishap(next, what));
        }
        run.running().forEach(seed -> mishaps.add(new Mishap(seed, what)));
    }

    private Optional<Path> crashLog() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith("hs_err")).findAny();
        }
    }

    /** What the agent's reports, which go to standard error, say in all. */
    private long spills() throws IOException {
        long spills = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    Matcher found = SPILLS.matcher(line);
                    spills += found.find() ? Long.parseLong(found.group(1)) : 0;
                }
            }
        }
        return spills;
    }
}
