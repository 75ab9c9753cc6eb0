package dev.morestack.fuzz;

import java.util.List;

/** Chooses the limits under which programs run that are to meet them. */
final class Limits {

    /** A JVM has one choice, so it gets few seeds. */
    private static final int SEEDS = 5;

    /**
     * The programs and the threads they start on, not the harness nor the JDK: an error in {@code
     * HashMap.put} spoils the map on any stack.
     */
    private static final String WOVEN =
            "includes=fuzzed.*:dev.morestack.fuzz.FuzzMain*:dev.morestack.fuzz.Host*,jdk=none";

    private static final List<String> POLICIES =
            List.of("segments", "adaptive", "carrier", "fixed");

    private Limits() {}

    /** The agent's options for the JVM that runs a seed. */
    static String options(long seed) {
        Dice dice = new Dice(Math.floorDiv(seed, SEEDS));
        StringBuilder options = new StringBuilder("report=stderr,").append(WOVEN);
        options.append(",policy=").append(dice.pick(POLICIES));
        options.append(",limit=").append(kilobytes(dice)).append('k');
        if (dice.oneIn(2)) {
            options.append(",budget=").append(kilobytes(dice)).append('k');
        }
        if (dice.oneIn(4)) {
            // A thread that is over the budget waits at every spill that it tries.
            options.append(",wait=1");
        }
        return options.toString();
    }

    /** From 64, the least that the agent takes, to 16 Ki. */
    private static int kilobytes(Dice dice) {
        return dice.between(64, 128) << dice.below(8);
    }

    /** The first seed after this one that another JVM runs. */
    static long nextJvm(long seed) {
        return (Math.floorDiv(seed, SEEDS) + 1) * SEEDS;
    }
}
