package dev.morestack.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Runs one seed with and without the agent and shows the first event in which the two differ.
 *
 * <p>Usage: {@code Replay CONFIGURATION SEED [SEEDS]}. With a number of seeds so many, up to the
 * seed, run in one JVM and the last is compared, for a difference that needs a JVM that is warm.
 */
final class Replay {
    private static final int CONTEXT = 10;

    private Replay() {}

    public static void main(String[] arguments) throws Exception {
        JvmConfig config = JvmConfig.named(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        int seeds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        FuzzSettings settings = FuzzSettings.fromProperties();
        Path expected = run(settings, config.reference(), seed, 1);
        Path actual = run(settings, config, seed, seeds);
        System.exit(compare(expected, actual) ? 0 : 1);
    }

    private static Path run(FuzzSettings settings, JvmConfig config, long seed, int seeds)
            throws IOException, InterruptedException {
        Batch batch = new Batch(settings, config);
        Path log = batch.folder().resolve("events.txt");
        FuzzOptions options =
                new Campaign(settings)
                        .options(config, seed - seeds + 1, seeds)
                        .withFiles(log, batch.folder().resolve("classes"));
        BatchResult result = batch.run(options);
        System.out.println(config.name() + ": " + result.traces().get(seed));
        result.mishaps().forEach(mishap -> System.out.println("  " + mishap.what()));
        System.out.println("  events and classes in " + batch.folder());
        return log;
    }

    /** Prints the first difference, with the events before it; true when there is none. */
    private static boolean compare(Path expected, Path actual) throws IOException {
        Deque<String> before = new ArrayDeque<>();
        try (BufferedReader one = Files.newBufferedReader(expected);
                BufferedReader other = Files.newBufferedReader(actual)) {
            for (long event = 1; ; event++) {
                String wanted = one.readLine();
                String seen = other.readLine();
                if (wanted == null && seen == null) {
                    System.out.println("no difference in " + (event - 1) + " events");
                    return true;
                }
                if (wanted == null || !wanted.equals(seen)) {
                    before.forEach(System.out::println);
                    System.out.println("event " + event + " differs (kind, depth, value, hash)");
                    System.out.println("  expected: " + wanted);
                    System.out.println("  but was:  " + seen);
                    return false;
                }
                before.add(wanted);
                if (before.size() > CONTEXT) {
                    before.remove();
                }
            }
        }
    }
}
