package dev.morestack.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares batches with references, and keeps the references for the batches that follow. */
final class Campaign {
    private final FuzzSettings settings;
    private final Map<JvmConfig, Map<Long, String>> references = new HashMap<>();

    Campaign(FuzzSettings settings) {
        this.settings = settings;
    }

    /** Runs the seeds in a configuration and holds them against the reference. */
    Comparison compare(JvmConfig config, long from, int count)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<Failure> failures = new ArrayList<>();
        Map<Long, String> expected = reference(config.reference(), from, count, failures);
        Batch batch = new Batch(settings, config);
        FuzzOptions options = options(config, from, count);
        BatchResult result = batch.run(options);
        Path folder = batch.folder();
        result.mishaps().forEach(m -> failures.add(failure(config, m.seed(), folder, m.what())));
        result.traces()
                .forEach(
                        (seed, trace) -> {
                            String wanted = expected.get(seed);
                            if (wanted != null && !wanted.equals(trace)) {
                                String[] what = {"expected: " + wanted, "but was:  " + trace};
                                failures.add(failure(config, seed, folder, what));
                            }
                        });
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        return new Comparison(
                config.name(),
                result.traces().size(),
                result.spills(),
                result.refusals(),
                failures,
                seconds);
    }

    /** The traces of the seeds without the agent; what goes wrong even there is a failure too. */
    private Map<Long, String> reference(
            JvmConfig config, long from, int count, List<Failure> failures)
            throws IOException, InterruptedException {
        Map<Long, String> known = references.computeIfAbsent(config, c -> new TreeMap<>());
        long first = from;
        while (known.containsKey(first)) {
            first++;
        }
        int missing = (int) (from + count - first);
        if (missing > 0) {
            Batch batch = new Batch(settings, config);
            BatchResult result = batch.run(options(config, first, missing));
            Path folder = batch.folder();
            result.mishaps()
                    .forEach(m -> failures.add(failure(config, m.seed(), folder, m.what())));
            result.traces()
                    .forEach(
                            (seed, trace) -> {
                                known.put(seed, trace);
                                if (trace.startsWith("FA")) {
                                    failures.add(failure(config, seed, folder, trace));
                                }
                            });
        }
        return known;
    }

    FuzzOptions options(JvmConfig config, long from, int count) {
        Set<Feature> features = Feature.parse(settings.features());
        features.addAll(config.features());
        return new FuzzOptions(
                from,
                count,
                config.size(),
                config.host(),
                config.threads(),
                features,
                config.sabotage(),
                null,
                null);
    }

    private Failure failure(JvmConfig config, long seed, Path folder, String... what) {
        List<String> command = JvmCommand.of(settings, config, options(config, seed, 1), folder);
        return new Failure(
                seed,
                config.name(),
                List.of(what),
                JvmCommand.line(command),
                JvmCommand.replay(settings, config.name(), seed));
    }
}
