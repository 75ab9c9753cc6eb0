package dev.morestack.benchmarks;

import dev.morestack.benchmarks.page.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/**
 * Things that were measured in turn, a round after the other. A drift of the machine meets all of
 * them alike, so what counts is ratios and differences within a round, and of these the median.
 *
 * @param <T> what names a thing
 */
final class Rounds<T> {

    private final T base;
    private final Map<T, List<Double>> values = new LinkedHashMap<>();

    /** Begins without a round; all things will be compared with one of them. */
    Rounds(T base) {
        this.base = base;
    }

    void add(T thing, double value) {
        values.computeIfAbsent(thing, any -> new ArrayList<>()).add(value);
    }

    int size() {
        return values.get(base).size();
    }

    double median(T thing) {
        return Statistics.median(values.get(thing));
    }

    double ratio(T thing) {
        return Statistics.median(compared(thing, (value, other) -> value / other));
    }

    double difference(T thing) {
        return Statistics.median(compared(thing, (value, other) -> value - other));
    }

    /** Returns the ratio, and in brackets the smallest and the largest of a round. */
    String ratioWithRange(T thing) {
        List<Double> ratios = compared(thing, (value, other) -> value / other);
        return Figure.of(
                Statistics.median(ratios), Statistics.least(ratios), Statistics.most(ratios));
    }

    private List<Double> compared(T thing, DoubleBinaryOperator comparison) {
        List<Double> results = new ArrayList<>();
        for (int round = 0; round < size(); round++) {
            results.add(
                    comparison.applyAsDouble(
                            values.get(thing).get(round), values.get(base).get(round)));
        }
        return results;
    }
}
