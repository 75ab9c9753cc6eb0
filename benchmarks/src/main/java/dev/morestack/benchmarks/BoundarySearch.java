package dev.morestack.benchmarks;

import dev.morestack.benchmarks.woven.Oscillation;
import java.util.Arrays;

/**
 * Looks for the depth at which turning costs most. A boundary lies somewhere in the first megabyte
 * of stack, at a depth that depends on how the frames were compiled: so every depth is tried, frame
 * by frame, several times. A boundary is dear each time, a disturbance only once.
 */
final class BoundarySearch {

    /** Frames of a sweep: of compiled ones, more than a default stack holds. */
    static final int DEPTHS = 20_000;

    private static final int SWEEPS = 7;
    private static final int CALLS = 1_000;

    private BoundarySearch() {}

    /** Returns the base at which turns of this amplitude take longest, by their median time. */
    static int dearestBase(Oscillation oscillation, int amplitude) {
        int turns = Math.max(1, CALLS / amplitude);
        long[][] sweeps = new long[SWEEPS][DEPTHS];
        // Twice: the first round is the compilers'.
        for (int sweep = 0; sweep < 2 * SWEEPS; sweep++) {
            oscillation.sweep(amplitude, turns, sweeps[sweep % SWEEPS]);
        }
        int dearest = 0;
        long most = -1;
        for (int base = 0; base < DEPTHS; base++) {
            long median = medianAt(base, sweeps);
            if (median > most) {
                most = median;
                dearest = base;
            }
        }
        return dearest;
    }

    private static long medianAt(int base, long[][] sweeps) {
        long[] times = new long[sweeps.length];
        for (int sweep = 0; sweep < sweeps.length; sweep++) {
            times[sweep] = sweeps[sweep][base];
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
