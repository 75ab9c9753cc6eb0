package dev.morestack.benchmarks;

import dev.morestack.benchmarks.woven.Oscillation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Recursion up and down at one depth: ns per call, amortised. Segmented stacks are known for a hot
 * split, a loop that crosses a segment's boundary at each turn and pays for it each time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OscillationBenchmark {

    static final int CALLS = 1_000_000;

    /** Calls of one turn. */
    @Param({"1", "10", "100", "1000", "10000"})
    public int amplitude;

    @Param public Place place;

    private final Oscillation oscillation = new Oscillation();
    private int base;

    /** Where the turns happen. */
    public enum Place {
        /** At the base of the stack, where only an amplitude that is large meets a boundary. */
        SHALLOW,
        /** Where turns cost most, which is at the first boundary if it costs anything. */
        BOUNDARY,
        /** Beyond the physical stack, among segments. */
        DEEP;

        int base(Oscillation oscillation, int amplitude) {
            return switch (this) {
                case SHALLOW -> 0;
                case BOUNDARY -> BoundarySearch.dearestBase(oscillation, amplitude);
                case DEEP -> 2 * BoundarySearch.DEPTHS;
            };
        }
    }

    @Setup
    public void findBase() {
        base = place.base(oscillation, amplitude);
        System.out.println("base at " + base + " frames");
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public long turn() {
        return oscillation.turn(base, amplitude, CALLS / amplitude);
    }
}
