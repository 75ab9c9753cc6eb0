package dev.morestack.benchmarks.page;

/**
 * What was measured, beside the target.
 *
 * @param what was measured, and in which unit or relation
 * @param most the largest value that meets the target
 */
public record Verdict(String what, double measured, double most) {

    boolean isMet() {
        return measured <= most;
    }
}
