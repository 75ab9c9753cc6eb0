package dev.morestack.benchmarks;

/** Calls each method of {@link PolicyBenchmark} once, without JMH, and prints what it returns. */
final class EveryPolicy {

    private EveryPolicy() {}

    public static void main(String[] arguments) throws Exception {
        PolicyBenchmark benchmark = new PolicyBenchmark.Empty();
        benchmark.depth = 100_000;
        System.out.println("hugeStack " + benchmark.hugeStack());
        System.out.println("segments " + benchmark.segments());
        System.out.println("carrier " + benchmark.carrier());
        System.out.println("adaptive " + benchmark.adaptive());
        benchmark.shutDown();
    }
}
