package dev.morestack.benchmarks;

/** Calls each method of {@link RegionBenchmark} once, without JMH, and prints what it returns. */
final class EveryRegion {

    private EveryRegion() {}

    public static void main(String[] arguments) throws Exception {
        for (RegionBenchmark.Place place : RegionBenchmark.Place.values()) {
            run(place);
        }
        System.exit(0);
    }

    private static void run(RegionBenchmark.Place place) throws Exception {
        RegionBenchmark benchmark = new RegionBenchmark();
        benchmark.place = place;
        benchmark.start();
        RegionBenchmark.Entering entering = new RegionBenchmark.Entering();
        print("baselineCall", place, benchmark.baselineCall());
        print("room", place, benchmark.room());
        print("spill", place, benchmark.spill(entering));
        print("entering", place, entering.nanos);
        print("spillFew", place, benchmark.spillFew(entering));
        print("spills", place, entering.spills);
        print("move", place, benchmark.move());
        print("baselineNatives", place, benchmark.baselineNatives());
        print("natives", place, benchmark.natives());
        benchmark.shutDown();
    }

    private static void print(String method, RegionBenchmark.Place place, long result) {
        System.out.println(method + "-" + place + " " + result);
    }
}
