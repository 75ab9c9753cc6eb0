package dev.morestack.benchmarks;

import dev.morestack.benchmarks.woven.Oscillation;
import java.util.Arrays;
import java.util.Locale;

/**
 * Turns at every depth of the first megabyte and beyond, and prints what a call cost where. A
 * boundary lies at a depth that depends on how the frames were compiled: so every depth is tried,
 * frame by frame, several times. A boundary is dear each time, a disturbance only once.
 *
 * <p>Arguments: a motion, its amplitude, the number of sweeps.
 */
final class BoundarySweep {

    /** Frames of a sweep: of compiled ones, more than a default stack holds. */
    static final int DEPTHS = 20_000;

    /** Depths that are printed as one, by the dearest of them. */
    private static final int GROUP = 50;

    private static final int CALLS = 1_000;
    private static final int LONG_TURN_CALLS = 4_000_000;
    private static final int LONG_TURNS = 5;

    private final Oscillation oscillation;
    private final int amplitude;
    private final int callsOfTurn;

    private BoundarySweep(Oscillation.Motion motion, int amplitude) {
        oscillation = new Oscillation(motion);
        this.amplitude = amplitude;
        callsOfTurn = Math.toIntExact(Math.max(1, oscillation.turn(0, amplitude, 1)));
    }

    public static void main(String[] arguments) {
        BoundarySweep sweep =
                new BoundarySweep(
                        Oscillation.Motion.valueOf(arguments[0]), Integer.parseInt(arguments[1]));
        sweep.print(Integer.parseInt(arguments[2]));
    }

    private void print(int sweeps) {
        int turns = Math.max(1, CALLS / callsOfTurn);
        double[] costs = costs(sweeps, turns);
        int dearest = 0;
        for (int base = 0; base < DEPTHS; base++) {
            if (costs[base] > costs[dearest]) {
                dearest = base;
            }
        }
        print("worst", costs[dearest]);
        print("mean", Arrays.stream(costs).average().orElseThrow());
        print("shallow", longTurns(0));
        print("dearest", longTurns(dearest));
        print("deep", longTurns(2 * DEPTHS));
        for (int group = 0; group < DEPTHS; group += GROUP) {
            System.out.printf(
                    Locale.ROOT,
                    "at %d %.3f%n",
                    group + GROUP / 2,
                    Arrays.stream(costs, group, group + GROUP).max().orElseThrow());
        }
    }

    /** Returns ns a call at each base: the median of the sweeps. */
    private double[] costs(int sweeps, int turns) {
        long[][] nanos = new long[sweeps][DEPTHS];
        // Twice: the first round is the compilers'.
        for (int sweep = 0; sweep < 2 * sweeps; sweep++) {
            oscillation.sweep(amplitude, turns, nanos[sweep % sweeps]);
        }
        double[] costs = new double[DEPTHS];
        double[] times = new double[sweeps];
        for (int base = 0; base < DEPTHS; base++) {
            for (int sweep = 0; sweep < sweeps; sweep++) {
                times[sweep] = nanos[sweep][base];
            }
            costs[base] = Statistics.median(times) / turns / callsOfTurn;
        }
        return costs;
    }

    /** Returns ns a call of many turns at one base. */
    private double longTurns(int base) {
        int turns = Math.max(1, LONG_TURN_CALLS / callsOfTurn);
        double[] costs = new double[LONG_TURNS];
        for (int round = 0; round < LONG_TURNS; round++) {
            long start = System.nanoTime();
            oscillation.turn(base, amplitude, turns);
            costs[round] = (double) (System.nanoTime() - start) / turns / callsOfTurn;
        }
        return Statistics.median(costs);
    }

    private static void print(String what, double nanos) {
        System.out.printf(Locale.ROOT, "%s %.3f%n", what, nanos);
    }
}
