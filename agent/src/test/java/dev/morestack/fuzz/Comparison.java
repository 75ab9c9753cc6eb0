package dev.morestack.fuzz;

import java.util.List;

/**
 * What came of comparing a batch with its reference.
 *
 * @param programs how many traces were compared
 * @param spills how often the agent spilled meanwhile, as it says
 */
record Comparison(String config, int programs, long spills, List<Failure> failures, long seconds) {

    @Override
    public String toString() {
        return String.format(
                "fuzz %-18s %5d programs %10d spills %3d failures %4d s",
                config, programs, spills, failures.size(), seconds);
    }
}
