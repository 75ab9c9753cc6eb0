package dev.morestack.benchmarks;

import dev.morestack.benchmarks.depth.Contender;
import dev.morestack.benchmarks.page.Bars;
import dev.morestack.benchmarks.page.Figure;
import dev.morestack.benchmarks.page.Section;
import dev.morestack.benchmarks.page.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The same work under each policy and on a huge stack: a table, and a chart of the default. */
final class AgainstHugeStack {

    /** Runs the work once. */
    interface Measurement {
        double nanos(Contender contender) throws IOException, InterruptedException;
    }

    private final Table table;
    private final List<Bars.Bar> bars = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();

    /** Begins a table whose first column has a title. */
    AgainstHugeStack(String title) {
        table = new Table(title, "huge stack ms", "segments", "adaptive", "carrier", "rounds");
    }

    /** Measures in rounds and adds a row. */
    void measure(String name, int rounds, Measurement measurement)
            throws IOException, InterruptedException {
        Rounds<Contender> all = new Rounds<>(Contender.HUGE_STACK);
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : Contender.OF_ANY_PROGRAM) {
                all.add(contender, measurement.nanos(contender));
            }
        }
        table.add(
                name,
                Figure.of(all.median(Contender.HUGE_STACK) / 1e6),
                all.ratioWithRange(Contender.SEGMENTS),
                all.ratioWithRange(Contender.ADAPTIVE),
                all.ratioWithRange(Contender.CARRIER),
                Integer.toString(all.size()));
        double ratio = all.ratio(Contender.ADAPTIVE);
        bars.add(new Bars.Bar(name, ratio));
        ratios.add(ratio);
    }

    /** Returns the ratios under the default policy, in the order of the rows. */
    List<Double> ratios() {
        return ratios;
    }

    void addTo(Section section, String name, double target) {
        section.add(table);
        String title = section.shortTitle() + ": adaptive, times a huge stack";
        section.add(new Bars(name, title, "", target, bars));
    }
}
