package dev.morestack.benchmarks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.morestack.benchmarks.depth.Contender;
import dev.morestack.benchmarks.depth.DepthRun;
import dev.morestack.benchmarks.woven.Oscillation.Motion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Finds what has become several times slower. Ratios within one run are compared with limits far
 * above what is measured on a quiet machine, and a run that fails is repeated once: a machine that
 * is busy with other things must not fail the build.
 */
@Isolated
class RegressionIT {

    private static final Bench BENCH =
            new Bench(
                    Path.of(System.getProperty("morestack.jar", "../agent/target/morestack.jar")),
                    Effort.SMOKE);
    private static final String FRAMES = "1000000";

    /** Measures once. */
    private interface Ratio {
        double measure() throws IOException, InterruptedException;
    }

    private static void assertAtMost(double most, Ratio ratio)
            throws IOException, InterruptedException {
        double first = ratio.measure();
        if (first > most) {
            double second = ratio.measure();
            assertTrue(second <= most, () -> first + " and then " + second + ", at most " + most);
        }
    }

    @Test
    void wovenFibTakesAtMostTwoAndAHalfTimesBare() throws IOException, InterruptedException {
        List<String> flags = List.of(BENCH.with("excludes=" + PlainCopies.EXCLUDES));
        assertAtMost(2.5, () -> BENCH.run(flags, EveryMicroProgram.class).number("ratio"));
    }

    @Test
    void aMillionFramesTakeAtMostTwelveTimesAHugeStack() throws IOException, InterruptedException {
        assertAtMost(12, () -> descent(Contender.ADAPTIVE) / descent(Contender.HUGE_STACK));
    }

    @Test
    void aMillionFramesOnSegmentsTakeAtMostThirtyTimesAHugeStack()
            throws IOException, InterruptedException {
        assertAtMost(30, () -> descent(Contender.SEGMENTS) / descent(Contender.HUGE_STACK));
    }

    /** Returns the least ns a frame of a second. */
    private static double descent(Contender contender) throws IOException, InterruptedException {
        Bench.Run run =
                BENCH.run(
                        BENCH.flags(contender, List.of("-Xmx1g")),
                        DepthRun.class,
                        contender.name(),
                        "1000",
                        "1000",
                        FRAMES);
        return Double.parseDouble(run.line("depth").split(" ")[2]);
    }

    /** A hot split would cost a spill at each turn, a few hundred ns for ten calls. */
    @Test
    void turnsAtTheDearestDepthTakeAtMostTenTimesThoseAtTheBase()
            throws IOException, InterruptedException {
        assertAtMost(
                10,
                () -> {
                    Bench.Run run =
                            BENCH.run(
                                    List.of("-Xmx1g", BENCH.with("policy=segments")),
                                    BoundarySweep.class,
                                    Motion.SWING.name(),
                                    "10",
                                    "3");
                    return run.number("dearest") / run.number("shallow");
                });
    }
}
