package dev.morestack.runtime;

import dev.morestack.StackLimitError;
import jdk.internal.vm.annotation.Hidden;

/** Words the errors at the limit and at the budget's end, whose traces begin at the check. */
final class Limit {

    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB"};

    private Limit() {}

    /** Returns the error of a thread whose frozen frames have reached the limit. */
    @Hidden
    static StackLimitError ofThread(long depth, long limit, String recursion) {
        String message =
                "logical stack of "
                        .concat(size(depth))
                        .concat(recursion)
                        .concat(" reached Morestack's limit of ")
                        .concat(size(limit))
                        .concat(" per thread (raise it with the option limit=SIZE)");
        return new StackLimitError(message, limit, depth);
    }

    /** Returns the error of a thread for which the budget has no room. */
    @Hidden
    static StackLimitError ofBudget(long depth, String recursion) {
        long budget = SlowPath.SETTINGS.budget();
        String message =
                "logical stack of "
                        .concat(size(depth))
                        .concat(recursion)
                        .concat(" cannot grow: all threads together have reached Morestack's")
                        .concat(" budget of ")
                        .concat(size(budget))
                        .concat(" (raise it with the option budget=SIZE)");
        return new StackLimitError(message, budget, depth);
    }

    /** Returns the error of a thread whose stack may not grow and is used up. */
    @Hidden
    static StackLimitError ofEnd(long depth, long end, String recursion, boolean onCarrier) {
        String message =
                "logical stack of "
                        .concat(size(depth))
                        .concat(recursion)
                        .concat(" is at the end of ")
                        .concat(onCarrier ? "its big carrier's " : "its own ")
                        .concat(size(end))
                        .concat(", beyond which the policy does not let it grow")
                        .concat(" (the option policy=adaptive does)");
        return new StackLimitError(message, end, depth);
    }

    /** Returns the size in the largest unit that leaves a whole part. */
    static String size(long bytes) {
        int unit = 0;
        long whole = bytes;
        while (whole >= 1024 && unit < UNITS.length - 1) {
            whole /= 1024;
            unit++;
        }
        return Long.toString(whole).concat(" ").concat(UNITS[unit]);
    }
}
