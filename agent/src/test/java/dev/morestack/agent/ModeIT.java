package dev.morestack.agent;

import java.time.Duration;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compilers, collectors, stack sizes and heaps: each pair of these is covered once. */
@Execution(ExecutionMode.CONCURRENT)
final class ModeIT {

    private static final int DEPTH = 100_000;
    private static final String[] SHAPES = {
        "STATIC",
        "VIRTUAL",
        "INTERFACE_DEFAULT",
        "CONSTRUCTOR",
        "LAMBDA",
        "METHOD_INVOKE",
        "METHOD_HANDLE",
        "ALLOCATING"
    };

    @ParameterizedTest
    @CsvSource({
        "MAIN, -XX:+UseSerialGC",
        "RUNNABLE, -XX:+UseParallelGC",
        "MAIN, -XX:+UseG1GC",
        "SUBCLASS, -XX:+UseZGC",
        "VIRTUAL, -XX:+UseG1GC",
        "VIRTUAL, -XX:+UseSerialGC",
        "RUNNABLE, -Xint -XX:+UseSerialGC",
        "MAIN, -Xint -XX:+UseParallelGC",
        "MAIN, -Xint -XX:+UseG1GC",
        "VIRTUAL, -Xint -XX:+UseZGC",
        "MAIN, -XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "SUBCLASS, -XX:TieredStopAtLevel=1 -XX:+UseParallelGC",
        "VIRTUAL, -XX:TieredStopAtLevel=1 -XX:+UseG1GC",
        "RUNNABLE, -XX:TieredStopAtLevel=1 -XX:+UseZGC",
        "MAIN, -XX:-TieredCompilation",
        "MAIN, -Xss256k",
        "RUNNABLE, -Xss256k -Xint -XX:+UseSerialGC",
        "VIRTUAL, -Xss256k -XX:TieredStopAtLevel=1",
        "MAIN, -Xss8m",
        "MAIN, -XX:-UseCompressedOops -XX:+UseParallelGC"
    })
    void theTourEndsWell(String starter, String flags) {
        tour(starter, DEPTH, "1g", flags, SHAPES);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIN, -XX:+UseSerialGC",
        "RUNNABLE, -XX:+UseParallelGC",
        "MAIN, -XX:+UseG1GC",
        "VIRTUAL, -XX:+UseZGC"
    })
    void theTourEndsWellWhenEverythingIsCompiledFirst(String starter, String flags) {
        tour(starter, 30_000, "1g", "-Xcomp " + flags, SHAPES);
    }

    @ParameterizedTest
    @CsvSource({
        "64m, -XX:+UseSerialGC",
        "64m, -XX:+UseG1GC",
        "256m, -Xint",
        "256m, -XX:+UseZGC",
        "256m, -XX:TieredStopAtLevel=1 -XX:+UseParallelGC"
    })
    void theTourEndsWellInASmallHeap(String heap, String flags) {
        tour("RUNNABLE", 20_000, heap, flags, SHAPES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xint",
                "-XX:TieredStopAtLevel=1",
                "-Xss256k",
                "-Xss256k -Xint -XX:+UseG1GC"
            })
    void framesOfThousandsOfBytesComeBackInEveryMode(String flags) {
        Outcome outcome =
                AppProcess.of("recursion.Recursion")
                        .flags(flags.split(" "))
                        .arguments("RUNNABLE", 20_000, "LONGS", "DOUBLES", "ARGUMENTS")
                        .run()
                        .succeeded();
        for (String name : new String[] {"longs", "doubles", "arguments"}) {
            outcome.printed(name, Expected.fold(20_000));
        }
    }

    private static void tour(
            String starter, int depth, String heap, String flags, String... shapes) {
        int guarded = Jvm.standard().depthWithMonitors(depth);
        Outcome outcome =
                AppProcess.of("tour.Tour")
                        .heap(heap)
                        .flags(flags.split(" "))
                        .arguments(guarded, starter, depth)
                        .arguments((Object[]) shapes)
                        .timeout(Duration.ofSeconds(150))
                        .run();
        Tour.check(outcome, depth, guarded, shapes);
    }
}
