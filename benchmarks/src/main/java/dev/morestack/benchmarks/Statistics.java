package dev.morestack.benchmarks;

import java.util.Arrays;
import java.util.List;

/** Medians and means of a few values. */
final class Statistics {

    private Statistics() {}

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double median(List<Double> values) {
        return median(array(values));
    }

    static double least(List<Double> values) {
        return Arrays.stream(array(values)).min().orElseThrow();
    }

    static double most(List<Double> values) {
        return Arrays.stream(array(values)).max().orElseThrow();
    }

    /** Returns the mean that suits ratios. */
    static double geometricMean(List<Double> values) {
        return Math.exp(Arrays.stream(array(values)).map(Math::log).average().orElseThrow());
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
