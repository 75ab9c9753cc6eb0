package dev.morestack.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StartUpTest {

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertEquals(3, StartUp.median(new double[] {100, 1, 3}));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertEquals(2.5, StartUp.median(new double[] {4, 1, 3, 2}));
    }
}
