package dev.morestack.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertEquals(3, Statistics.median(100, 1, 3));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertEquals(2.5, Statistics.median(4, 1, 3, 2));
    }

    @Test
    void leastAndMostAreTheEnds() {
        List<Double> values = List.of(2.0, 1.0, 3.0);
        assertEquals(1, Statistics.least(values));
        assertEquals(3, Statistics.most(values));
    }

    @Test
    void theMeanOfARatioAndItsInverseIsOne() {
        assertEquals(1, Statistics.geometricMean(List.of(4.0, 0.25)), 1e-9);
    }
}
