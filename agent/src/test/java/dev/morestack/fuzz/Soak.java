package dev.morestack.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs batch after batch of new seeds, in all configurations in turn, until the time is up. */
final class Soak {
    private static final int SEEDS = 50;

    private Soak() {}

    public static void main(String[] arguments) throws Exception {
        List<Comparison> comparisons = run(FuzzSettings.fromProperties());
        int programs = comparisons.stream().mapToInt(Comparison::programs).sum();
        long failures = comparisons.stream().mapToLong(c -> c.failures().size()).sum();
        System.out.println("fuzz " + programs + " programs, " + failures + " failures");
        System.exit(failures == 0 ? 0 : 1);
    }

    static List<Comparison> run(FuzzSettings settings) throws IOException, InterruptedException {
        long end = System.nanoTime() + settings.soak().toNanos();
        List<JvmConfig> configs = configs(settings);
        List<Comparison> comparisons = new ArrayList<>();
        for (long seed = settings.seed(); ; seed += SEEDS) {
            // References of earlier seeds are of no use any more.
            Campaign campaign = new Campaign(settings);
            for (JvmConfig config : configs) {
                if (System.nanoTime() - end > 0) {
                    return comparisons;
                }
                Comparison comparison = campaign.compare(config, seed, config.shareOf(SEEDS));
                comparisons.add(comparison);
                System.out.println(comparison + " from seed " + seed);
                comparison.failures().forEach(System.out::println);
            }
        }
    }

    private static List<JvmConfig> configs(FuzzSettings settings)
            throws IOException, InterruptedException {
        if (!settings.configs().isEmpty()) {
            return settings.configs().stream().map(JvmConfig::named).toList();
        }
        List<JvmConfig> configs = new ArrayList<>(JvmConfig.USUAL);
        for (JvmConfig config : JvmConfig.MORE) {
            if (JvmCommand.starts(settings, config)) {
                configs.add(config);
            } else {
                System.out.println("fuzz " + config + " left out: the JVM does not start with it");
            }
        }
        return configs;
    }
}
