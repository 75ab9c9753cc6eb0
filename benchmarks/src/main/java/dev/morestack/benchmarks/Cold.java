package dev.morestack.benchmarks;

import dev.morestack.benchmarks.page.Bars;
import dev.morestack.benchmarks.page.Section;
import dev.morestack.benchmarks.page.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The first deep recursion of a fresh JVM, which begins in the interpreter. */
final class Cold implements Part {

    private static final List<Integer> DEPTHS = List.of(10_000, 100_000, 1_000_000);
    private static final long HUGE = 4L << 30;
    private static final List<String> FLAGS = List.of("-Xmx2g");

    @Override
    public Section measure(Bench bench) throws IOException, InterruptedException {
        Section section = new Section("Cold: the first deep recursion of a fresh JVM");
        section.say(
                "`-Xmx2g`, on a stack of 4 GB without the agent, on the main thread's with it."
                        + " Medians of pairs of processes, of the time of the recursion alone.");
        Table table =
                new Table("frames", "huge stack ms", "with ms", "ratio", "of pairs", "pairs");
        List<Bars.Bar> bars = new ArrayList<>();
        for (int depth : DEPTHS) {
            Pairs pairs = pairs(bench, depth);
            table.add(
                    String.format(Locale.ROOT, "%,d", depth),
                    millis(pairs.without()),
                    millis(pairs.with()),
                    String.format(Locale.ROOT, "%.2f", pairs.ratio()),
                    pairs.range(),
                    Integer.toString(pairs.size()));
            String name = String.format(Locale.ROOT, "%,d frames", depth);
            bars.add(new Bars.Bar(name, pairs.ratio()));
            section.judge("cold: " + name + ", times a huge stack", pairs.ratio(), 3);
        }
        section.add(table);
        section.add(new Bars("cold", "Cold: times a huge stack", "", 3, bars));
        return section;
    }

    private static Pairs pairs(Bench bench, int depth) throws IOException, InterruptedException {
        Pairs pairs = new Pairs();
        for (int pair = 0; pair < bench.times(11, 5); pair++) {
            pairs.add(
                    nanos(bench, FLAGS, depth, HUGE),
                    nanos(bench, List.of(FLAGS.get(0), bench.with()), depth, 0));
        }
        return pairs;
    }

    private static double nanos(Bench bench, List<String> flags, int depth, long stack)
            throws IOException, InterruptedException {
        Bench.Run run =
                bench.run(
                        flags, FirstDescent.class, Integer.toString(depth), Long.toString(stack));
        if (!run.line("frames").equals(Integer.toString(depth))) {
            throw new IOException("frames: " + run.lines());
        }
        return Double.parseDouble(run.line("nanos"));
    }

    private static String millis(List<Double> nanos) {
        return String.format(Locale.ROOT, "%.2f", Statistics.median(nanos) / 1e6);
    }
}
