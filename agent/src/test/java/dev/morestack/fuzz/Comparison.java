package dev.morestack.fuzz;

import java.util.List;

/**
 * What came of comparing a batch with its reference.
 *
 * @param programs how many traces were compared
 * @param spills how often the agent spilled meanwhile, as it says
 * @param refusals how often programs met a limit
 */
record Comparison(
        String config,
        int programs,
        long spills,
        long refusals,
        List<Failure> failures,
        long seconds) {

    @Override
    public String toString() {
        return String.format(
                "fuzz %-18s %5d programs %10d spills %6d refusals %3d failures %4d s",
                config, programs, spills, refusals, failures.size(), seconds);
    }
}
