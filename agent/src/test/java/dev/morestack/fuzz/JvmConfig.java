package dev.morestack.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One way to run programs under the agent.
 *
 * @param flags for the JVM, besides those that all have
 * @param agentOptions for the agent, besides those that all have; null to run without it
 * @param host the thread to run on; null for the ordinary ones in turn
 * @param threads how many programs run at the same time
 * @param share out of a hundred seeds of a run, how many this configuration gets
 * @param features what its programs contain besides what all do
 * @param sabotage the defect to put into the programs
 */
record JvmConfig(
        String name,
        List<String> flags,
        String agentOptions,
        Size size,
        Host host,
        int threads,
        int share,
        Set<Feature> features,
        Sabotage sabotage) {

    /** Those of every build, whose shares make them take about as long as each other. */
    static final List<JvmConfig> USUAL =
            List.of(
                    of("g1", Size.FULL, 100, "-XX:+UseG1GC", "-Xmx512m"),
                    of("xint-serial", Size.SMALL, 100, "-Xint", "-XX:+UseSerialGC", "-Xmx512m"),
                    of(
                            "c1-parallel",
                            Size.FULL,
                            100,
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseParallelGC",
                            "-Xmx512m"),
                    of("xcomp-serial", Size.SMALL, 10, "-Xcomp", "-XX:+UseSerialGC", "-Xmx512m"),
                    of("zgc", Size.FULL, 50, "-XX:+UseZGC", "-Xmx1g").withThreads(2),
                    of("small-stack", Size.FULL, 60, "-Xss256k", "-Xmx512m"),
                    of("stress", Size.SMALL, 60, "-XX:+UseParallelGC", "-Xmx512m")
                            .withAgentOptions("stress=7"),
                    of("regions", Size.FULL, 30, "-Xmx512m").withRegions(""),
                    of("policies", Size.FULL, 30, "-Xmx512m").withPolicies("policy=adaptive"),
                    of("regions-stress", Size.SMALL, 40, "-Xmx512m")
                            .withRegions(",stress=7")
                            .withFeatures(Feature.REGIONS, Feature.POLICIES),
                    of("limits", Size.LIMITED, 60, "-XX:+UseSerialGC", "-Xmx512m").withThreads(2));

    /** Those that only a soak adds. */
    static final List<JvmConfig> MORE =
            List.of(
                    of("xint-zgc", Size.SMALL, 100, "-Xint", "-XX:+UseZGC", "-Xmx512m"),
                    of("c2-only", Size.FULL, 40, "-XX:-TieredCompilation", "-Xmx512m"),
                    of("shenandoah", Size.FULL, 50, "-XX:+UseShenandoahGC", "-Xmx512m"),
                    of("wide-oops", Size.FULL, 50, "-XX:-UseCompressedOops", "-Xmx1g"),
                    of(
                            "compact-headers",
                            Size.FULL,
                            50,
                            "-XX:+UseCompactObjectHeaders",
                            "-Xmx512m"),
                    of("frame-pointers", Size.FULL, 50, "-XX:+PreserveFramePointer", "-Xmx512m"),
                    of("large-stack", Size.FULL, 50, "-Xss16m", "-Xmx512m"),
                    of("small-heap", Size.SMALL, 100, "-Xmx64m"),
                    of("many-threads", Size.SMALL, 200, "-Xmx512m").withThreads(8),
                    of("stress-xint", Size.SMALL, 30, "-Xint", "-Xmx512m")
                            .withAgentOptions("stress=3"),
                    of("limits-xint", Size.LIMITED, 60, "-Xint", "-Xmx512m").withThreads(4),
                    of("limits-g1", Size.LIMITED, 100, "-XX:+UseG1GC", "-Xmx256m").withThreads(4),
                    of("stress-small-stack", Size.SMALL, 60, "-Xss256k", "-Xmx512m")
                            .withAgentOptions("stress=50"),
                    of("regions-xint", Size.SMALL, 60, "-Xint", "-Xmx512m").withRegions(""),
                    of("regions-c1", Size.FULL, 50, "-XX:TieredStopAtLevel=1", "-Xmx512m")
                            .withRegions(""),
                    of("regions-xcomp", Size.SMALL, 10, "-Xcomp", "-Xmx512m").withRegions(""),
                    of("regions-zgc", Size.FULL, 50, "-XX:+UseZGC", "-Xmx1g")
                            .withRegions("")
                            .withThreads(2),
                    of("regions-parallel", Size.SMALL, 60, "-XX:+UseParallelGC", "-Xmx512m")
                            .withRegions("")
                            .withThreads(8),
                    of("regions-small-stack", Size.FULL, 40, "-Xss256k", "-Xmx512m")
                            .withRegions(",policy=adaptive")
                            .withFeatures(Feature.REGIONS, Feature.POLICIES),
                    of("policy-carrier", Size.FULL, 50, "-Xmx512m")
                            .withPolicies("policy=carrier")
                            .withThreads(2),
                    of("policies-xint", Size.SMALL, 60, "-Xint", "-Xmx512m").withPolicies(""),
                    of("policies-zgc", Size.FULL, 50, "-XX:+UseZGC", "-Xmx1g")
                            .withPolicies("policy=carrier,stress=50"));

    private static JvmConfig of(String name, Size size, int share, String... flags) {
        return new JvmConfig(
                name, List.of(flags), "", size, null, 1, share, Set.of(), Sabotage.NONE);
    }

    static JvmConfig named(String name) {
        return Stream.of(
                        USUAL.stream(),
                        MORE.stream(),
                        Arrays.stream(Size.values()).map(JvmConfig::referenceOf),
                        Arrays.stream(Sabotage.values()).map(JvmConfig::sabotaged))
                .flatMap(configs -> configs)
                .filter(config -> config.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no configuration " + name));
    }

    /** The same programs on one huge stack without the agent: what this one is held to. */
    JvmConfig reference() {
        return referenceOf(size).withFeatures(features.toArray(Feature[]::new));
    }

    private static JvmConfig referenceOf(Size size) {
        return new JvmConfig(
                "reference-" + size,
                List.of("-XX:+UseParallelGC", "-Xmx1g"),
                null,
                size,
                Host.HUGE,
                1,
                100,
                Set.of(),
                Sabotage.NONE);
    }

    /** The reference with a defect; with limits, where the defect is one of theirs. */
    static JvmConfig sabotaged(Sabotage sabotage) {
        if (sabotage == Sabotage.THROW_LATE) {
            return new JvmConfig(
                    "sabotaged-" + sabotage,
                    List.of("-XX:+UseSerialGC", "-Xmx512m"),
                    "",
                    Size.LIMITED,
                    null,
                    1,
                    100,
                    Set.of(),
                    sabotage);
        }
        return new JvmConfig(
                "sabotaged-" + sabotage,
                List.of("-XX:+UseSerialGC", "-Xmx512m"),
                null,
                Size.SMALL,
                Host.HUGE,
                1,
                100,
                Set.of(),
                sabotage);
    }

    /** Whether programs are to meet limits, which are chosen by their seeds. */
    boolean isLimited() {
        return size == Size.LIMITED;
    }

    private JvmConfig withThreads(int number) {
        return new JvmConfig(
                name, flags, agentOptions, size, host, number, share, features, sabotage);
    }

    private JvmConfig withAgentOptions(String options) {
        return new JvmConfig(name, flags, options, size, host, threads, share, features, sabotage);
    }

    /** With regions, among them one of a native method that traces call at every monitor. */
    private JvmConfig withRegions(String otherOptions) {
        return withAgentOptions("bigstack=java.lang.Thread::holdsLock(2m)" + otherOptions)
                .withFeatures(Feature.REGIONS);
    }

    private JvmConfig withPolicies(String options) {
        return withAgentOptions(options).withFeatures(Feature.POLICIES);
    }

    private JvmConfig withFeatures(Feature... more) {
        return new JvmConfig(
                name, flags, agentOptions, size, host, threads, share, Set.of(more), sabotage);
    }

    boolean hasAgent() {
        return agentOptions != null;
    }

    /**
     * How many of a run's seeds this configuration gets; at least five, where there are so many.
     */
    int shareOf(int seeds) {
        return Math.max(Math.min(5, seeds), seeds * share / 100);
    }

    @Override
    public String toString() {
        return name;
    }
}
