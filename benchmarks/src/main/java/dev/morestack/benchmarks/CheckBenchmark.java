package dev.morestack.benchmarks;

import dev.morestack.benchmarks.woven.Ackermann;
import dev.morestack.benchmarks.woven.Fibonacci;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The check in programs that fit their stack: ns per call, woven and plain. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CheckBenchmark {

    static final int FIBONACCI = 32;

    /** Calls that it makes: 2 fib(33) - 1. */
    static final int FIBONACCI_CALLS = 7_049_155;

    static final int ACKERMANN = 2_000;

    /** Calls that ack(2, n) makes: 2 n^2 + 7 n + 5. */
    static final int ACKERMANN_CALLS = 8_014_005;

    private final Work wovenFibonacci = new Fibonacci();
    private final Work plainFibonacci = PlainCopies.of(wovenFibonacci, Work.class);
    private final Work wovenAckermann = new Ackermann();
    private final Work plainAckermann = PlainCopies.of(wovenAckermann, Work.class);

    @Benchmark
    @OperationsPerInvocation(FIBONACCI_CALLS)
    public long baselineFib() {
        return plainFibonacci.run(FIBONACCI);
    }

    @Benchmark
    @OperationsPerInvocation(FIBONACCI_CALLS)
    public long wovenFib() {
        return wovenFibonacci.run(FIBONACCI);
    }

    @Benchmark
    @OperationsPerInvocation(ACKERMANN_CALLS)
    public long baselineAck() {
        return plainAckermann.run(ACKERMANN);
    }

    @Benchmark
    @OperationsPerInvocation(ACKERMANN_CALLS)
    public long wovenAck() {
        return wovenAckermann.run(ACKERMANN);
    }
}
