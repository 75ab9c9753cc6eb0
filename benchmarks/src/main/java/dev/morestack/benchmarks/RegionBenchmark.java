package dev.morestack.benchmarks;

import dev.morestack.benchmarks.woven.MovingRegion;
import dev.morestack.benchmarks.woven.NativeLoop;
import dev.morestack.benchmarks.woven.RegionBelow;
import dev.morestack.benchmarks.woven.RoomyRegion;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Regions: ns per call of a method that is tagged, or of a native one inside a region. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RegionBenchmark {

    static final int CALLS = 1_000_000;
    static final int DESCENTS = 1_000;

    /** Some 18 KB, and 40. */
    static final int FEW_FRAMES = 250;

    static final int FRAMES = 600;
    static final int MOVES = 1_000;

    @Param public Place place;

    private final RoomyRegion roomy = new RoomyRegion();
    private final Work plain = PlainCopies.of(roomy, Work.class);
    private final RegionBelow below = new RegionBelow();
    private final MovingRegion moving = new MovingRegion();
    private final NativeLoop loop = new NativeLoop();
    private final Work plainLoop = PlainCopies.of(loop, Work.class);
    private ExecutorService threads;

    /** What regions are entered on. */
    public enum Place {
        PLATFORM,
        VIRTUAL;

        ExecutorService start() {
            return this == PLATFORM
                    ? Executors.newSingleThreadExecutor()
                    : Executors.newVirtualThreadPerTaskExecutor();
        }

        String label() {
            return name().toLowerCase(Locale.ROOT) + " thread";
        }
    }

    /** What entering a region that spills takes, without the way down and up. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Entering {
        public long nanos;
        public long spills;
    }

    @Setup
    public void start() {
        threads = place.start();
    }

    @TearDown
    public void shutDown() {
        threads.shutdown();
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public long baselineCall() throws InterruptedException, ExecutionException {
        return on(() -> plain.run(CALLS));
    }

    /** The same call in a region that has room. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public long room() throws InterruptedException, ExecutionException {
        return on(() -> roomy.run(CALLS));
    }

    /**
     * Descends, enters a region that spills, and comes up again; the counts tell what entering
     * took.
     */
    @Benchmark
    @OperationsPerInvocation(DESCENTS)
    public long spill(Entering entering) throws InterruptedException, ExecutionException {
        return spill(entering, FRAMES);
    }

    /** The same with fewer frames. */
    @Benchmark
    @OperationsPerInvocation(DESCENTS)
    public long spillFew(Entering entering) throws InterruptedException, ExecutionException {
        return spill(entering, FEW_FRAMES);
    }

    private long spill(Entering entering, int frames)
            throws InterruptedException, ExecutionException {
        long nanos = on(() -> below.enter(DESCENTS, frames));
        entering.nanos += nanos;
        entering.spills += DESCENTS;
        return nanos;
    }

    /** A call on a big carrier: there and back. */
    @Benchmark
    @OperationsPerInvocation(MOVES)
    public long move() throws InterruptedException, ExecutionException {
        return on(() -> moving.run(MOVES));
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public long baselineNatives() throws InterruptedException, ExecutionException {
        return on(() -> plainLoop.run(CALLS));
    }

    /** The same native calls on a big carrier, in one region. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public long natives() throws InterruptedException, ExecutionException {
        return on(() -> loop.run(CALLS));
    }

    private long on(Callable<Long> task) throws InterruptedException, ExecutionException {
        return threads.submit(task).get();
    }
}
