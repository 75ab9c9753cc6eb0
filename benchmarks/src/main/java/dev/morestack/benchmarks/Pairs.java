package dev.morestack.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two things that were measured in turn, so that a drift of the machine touches both alike.
 *
 * @param without the first of each pair
 * @param with the second
 */
record Pairs(List<Double> without, List<Double> with) {

    Pairs() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    void add(double before, double after) {
        without.add(before);
        with.add(after);
    }

    int size() {
        return without.size();
    }

    /** Returns the median of the pairs' ratios. */
    double ratio() {
        return Statistics.median(ratios());
    }

    List<Double> ratios() {
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < size(); pair++) {
            ratios.add(with.get(pair) / without.get(pair));
        }
        return ratios;
    }

    /** Returns the median of the pairs' differences. */
    double difference() {
        List<Double> differences = new ArrayList<>();
        for (int pair = 0; pair < size(); pair++) {
            differences.add(with.get(pair) - without.get(pair));
        }
        return Statistics.median(differences);
    }

    /** Returns the smallest and the largest ratio of a pair. */
    String range() {
        return String.format(
                Locale.ROOT,
                "%.2f - %.2f",
                Statistics.least(ratios()),
                Statistics.most(ratios()));
    }
}
