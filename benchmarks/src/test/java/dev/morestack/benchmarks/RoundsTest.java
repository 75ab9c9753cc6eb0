package dev.morestack.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final Rounds<String> rounds = new Rounds<>("without");

    @BeforeEach
    void measureWhileTheMachineDrifts() {
        for (int round = 1; round <= 3; round++) {
            rounds.add("without", 10 * round);
            rounds.add("with", 15 * round + round % 2);
        }
    }

    @Test
    void onlyWhatBelongsToOneRoundIsCompared() {
        assertEquals(46.0 / 30, rounds.ratio("with"));
        assertEquals(10, rounds.difference("with"));
        assertEquals("1.53 (1.50 - 1.60)", rounds.ratioWithRange("with"));
    }

    @Test
    void whatOthersAreComparedWithIsItsOwnEqual() {
        assertEquals(1, rounds.ratio("without"));
        assertEquals(0, rounds.difference("without"));
        assertEquals(20, rounds.median("without"));
        assertEquals(3, rounds.size());
    }
}
