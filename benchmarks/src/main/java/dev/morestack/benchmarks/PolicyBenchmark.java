package dev.morestack.benchmarks;

import dev.morestack.Morestack;
import dev.morestack.StackPolicies;
import dev.morestack.StackPolicy;
import dev.morestack.benchmarks.woven.DeepFrames;
import dev.morestack.benchmarks.woven.FrameLoad;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The same recursion under each policy of growth and on a stack that is large enough: ns per frame,
 * down and up. What frames do besides is a constant of the JVM, so each kind has a class, whose
 * forks have its flag.
 *
 * <p>Every invocation makes a million frames, in as many descents as it takes, so that handing the
 * task to its thread does not show.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class PolicyBenchmark {

    static final int FRAMES = 1_000_000;

    private static final long HUGE = 4L << 30;

    /** Frames of one descent. */
    @Param({"10000", "100000", "1000000"})
    public int depth;

    private final ExecutorService hugeThread =
            Executors.newSingleThreadExecutor(task -> new Thread(null, task, "huge", HUGE));
    private final ExecutorService standardThread =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "standard"));
    private final Work woven = new DeepFrames();
    private final Work plain = PlainCopies.of(woven, Work.class);

    /** Frames that only call. */
    public static class Empty extends PolicyBenchmark {}

    /** Frames that hold an object each. */
    @Fork(jvmArgsAppend = "-D" + FrameLoad.ALLOCATING_PROPERTY + "=true")
    public static class Allocating extends PolicyBenchmark {}

    @TearDown
    public void shutDown() {
        hugeThread.shutdown();
        standardThread.shutdown();
    }

    /** Plain frames on a thread with a stack of 4 GB. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long hugeStack() throws InterruptedException, ExecutionException {
        return hugeThread.submit(descents(plain)).get();
    }

    /** Woven frames on a thread with a stack of the default size; frames go to the heap. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long segments() throws InterruptedException, ExecutionException {
        return grown(StackPolicies.segments());
    }

    /** The same, with a big carrier from the first spill on. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long carrier() throws InterruptedException, ExecutionException {
        return grown(StackPolicies.carrier());
    }

    /** The same, with a big carrier when the thread has spilled often. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long adaptive() throws InterruptedException, ExecutionException {
        return grown(StackPolicies.adaptive());
    }

    private long grown(StackPolicy policy) throws InterruptedException, ExecutionException {
        Callable<Long> task = descents(woven);
        return standardThread.submit(() -> Morestack.with(policy, task)).get();
    }

    private Callable<Long> descents(Work work) {
        return () -> {
            long frames = 0;
            for (int descent = 0; descent < FRAMES / depth; descent++) {
                frames += work.run(depth);
            }
            return frames;
        };
    }
}
