package dev.morestack.benchmarks;

import dev.morestack.benchmarks.woven.EmptyFrames;
import dev.morestack.benchmarks.woven.Oscillation;

/** Calls every benchmark's method once, without JMH, and prints what it returns. */
final class EveryBenchmark {

    private static final int TOO_DEEP = 1_000_000;

    private EveryBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        check();
        for (FrameKind kind : FrameKind.values()) {
            depth(kind);
        }
        for (OscillationBenchmark.Place place : OscillationBenchmark.Place.values()) {
            oscillation(place);
        }
        for (RegionBenchmark.Place place : RegionBenchmark.Place.values()) {
            regions(place);
        }
        Work woven = new EmptyFrames();
        print("woven frames", outcome(woven));
        Work plain = PlainCopies.of(woven, Work.class);
        // This thread may still be on the big carrier that a benchmark has asked for.
        Thread ordinary = new Thread(() -> print("plain frames", outcome(plain)));
        ordinary.start();
        ordinary.join();
        System.exit(0);
    }

    private static void check() {
        CheckBenchmark benchmark = new CheckBenchmark();
        print("CheckBenchmark.baselineFib", benchmark.baselineFib());
        print("CheckBenchmark.wovenFib", benchmark.wovenFib());
        print("CheckBenchmark.baselineAck", benchmark.baselineAck());
        print("CheckBenchmark.wovenAck", benchmark.wovenAck());
    }

    private static void depth(FrameKind kind) throws Exception {
        DepthBenchmark benchmark = new DepthBenchmark();
        benchmark.depth = 100_000;
        benchmark.kind = kind;
        benchmark.load();
        print("DepthBenchmark.hugeStack " + kind, benchmark.hugeStack());
        print("DepthBenchmark.segments " + kind, benchmark.segments());
        print("DepthBenchmark.carrier " + kind, benchmark.carrier());
        print("DepthBenchmark.adaptive " + kind, benchmark.adaptive());
        benchmark.shutDown();
    }

    private static void oscillation(OscillationBenchmark.Place place) {
        OscillationBenchmark benchmark = new OscillationBenchmark();
        benchmark.amplitude = 100;
        benchmark.place = place;
        benchmark.findBase();
        print("OscillationBenchmark.turn " + place, benchmark.turn());
        long[] nanos = new long[BoundarySearch.DEPTHS];
        print("calls of a sweep", new Oscillation().sweep(10, 2, nanos));
    }

    private static void regions(RegionBenchmark.Place place) throws Exception {
        RegionBenchmark benchmark = new RegionBenchmark();
        benchmark.place = place;
        benchmark.start();
        RegionBenchmark.Entering entering = new RegionBenchmark.Entering();
        print("RegionBenchmark.baselineCall " + place, benchmark.baselineCall());
        print("RegionBenchmark.room " + place, benchmark.room());
        print("RegionBenchmark.spill " + place, benchmark.spill(entering) == entering.nanos);
        print("RegionBenchmark.move " + place, benchmark.move());
        print("RegionBenchmark.baselineNatives " + place, benchmark.baselineNatives());
        print("RegionBenchmark.natives " + place, benchmark.natives());
        benchmark.shutDown();
    }

    private static String outcome(Work work) {
        try {
            return work.run(TOO_DEEP) + " frames";
        } catch (StackOverflowError e) {
            return "StackOverflowError";
        }
    }

    private static void print(String name, Object result) {
        System.out.println(name + " = " + result);
    }
}
