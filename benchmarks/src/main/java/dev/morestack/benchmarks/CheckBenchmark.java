package dev.morestack.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The check in programs that fit their stack: us per run, woven and plain. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CheckBenchmark {

    @Param public MicroProgram program;

    private Work woven;
    private Work plain;

    @Setup
    public void load() {
        woven = program.woven();
        plain = program.plain(woven);
    }

    @Benchmark
    public long bare() {
        return plain.run(program.size);
    }

    @Benchmark
    public long checked() {
        return woven.run(program.size);
    }
}
