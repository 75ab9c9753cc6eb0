package dev.morestack.fuzz;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What {@link FuzzMain} is told on its command line, as {@code key=value}.
 *
 * @param from the first seed
 * @param count the number of seeds
 * @param host the thread to run on; null for the ordinary ones in turn
 * @param threads how many programs run at the same time
 * @param log a file for the events of a single seed, or null
 * @param dump a folder for the generated class files, or null
 */
record FuzzOptions(
        long from,
        int count,
        Size size,
        Host host,
        int threads,
        Set<Feature> features,
        Sabotage sabotage,
        Path log,
        Path dump) {

    static FuzzOptions parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("not key=value: " + argument);
            }
            given.put(parts[0], parts[1]);
        }
        String host = take(given, "host", "");
        FuzzOptions options =
                new FuzzOptions(
                        Long.parseLong(take(given, "from", "1")),
                        Integer.parseInt(take(given, "count", "1")),
                        Size.valueOf(take(given, "size", "FULL")),
                        host.isEmpty() ? null : Host.valueOf(host),
                        Integer.parseInt(take(given, "threads", "1")),
                        Feature.parse(take(given, "features", "")),
                        Sabotage.valueOf(take(given, "sabotage", "NONE")),
                        path(take(given, "log", "")),
                        path(take(given, "dump", "")));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("unknown: " + given.keySet());
        }
        return options;
    }

    private static String take(Map<String, String> given, String key, String otherwise) {
        String value = given.remove(key);
        return value == null ? otherwise : value;
    }

    private static Path path(String text) {
        return text.isEmpty() ? null : Path.of(text);
    }

    /** The command line that says the same. */
    String[] arguments() {
        String features =
                String.join(",", this.features.stream().map(Enum::name).sorted().toList());
        String[] all = {
            "from=" + from,
            "count=" + count,
            "size=" + size,
            host == null ? null : "host=" + host,
            "threads=" + threads,
            "features=" + features,
            "sabotage=" + sabotage,
            log == null ? null : "log=" + log,
            dump == null ? null : "dump=" + dump
        };
        return Arrays.stream(all).filter(a -> a != null).toArray(String[]::new);
    }

    FuzzOptions withSeeds(long first, int number) {
        return new FuzzOptions(first, number, size, host, threads, features, sabotage, log, dump);
    }

    FuzzOptions withHost(Host other) {
        return new FuzzOptions(from, count, size, other, threads, features, sabotage, log, dump);
    }

    FuzzOptions withFiles(Path newLog, Path newDump) {
        return new FuzzOptions(
                from, count, size, host, threads, features, sabotage, newLog, newDump);
    }
}
