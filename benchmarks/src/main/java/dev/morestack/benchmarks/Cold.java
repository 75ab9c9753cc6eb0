package dev.morestack.benchmarks;

import dev.morestack.benchmarks.depth.Contender;
import dev.morestack.benchmarks.page.Section;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The first deep recursion of a fresh JVM, which begins in the interpreter. */
final class Cold implements Part {

    private static final List<Integer> DEPTHS = List.of(10_000, 100_000, 1_000_000);
    private static final List<String> FLAGS = List.of("-Xmx2g");
    private static final double TARGET = 3;

    @Override
    public Section measure(Bench bench) throws IOException, InterruptedException {
        Section section = new Section("Cold: the first deep recursion of a fresh JVM");
        section.say(
                "`-Xmx2g`: on a stack of 8 GB without the agent, and on the main thread's with"
                        + " `policy=`. The time of the recursion alone, each in a process of its own,"
                        + " in turn. Median of the rounds' ratios to the huge stack (least - most).");
        AgainstHugeStack results = new AgainstHugeStack("frames");
        for (int depth : DEPTHS) {
            results.measure(
                    String.format(Locale.ROOT, "%,d frames", depth),
                    bench.rounds(11, 3),
                    contender -> nanos(bench, contender, depth));
        }
        results.addTo(section, "cold", TARGET);
        section.judge(
                "cold: adaptive, the worst depth, times a huge stack",
                Statistics.most(results.ratios()),
                TARGET);
        return section;
    }

    private static double nanos(Bench bench, Contender contender, int depth)
            throws IOException, InterruptedException {
        Bench.Run run =
                bench.run(
                        bench.flags(contender, FLAGS),
                        FirstDescent.class,
                        Integer.toString(depth),
                        Long.toString(contender.stackSize()));
        if (!run.line("frames").equals(Integer.toString(depth))) {
            throw new IOException("frames: " + run.lines());
        }
        return run.number("nanos");
    }
}
