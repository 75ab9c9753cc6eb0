package dev.morestack.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** Stacks are written as they stand: the innermost frame first. */
class CycleTest {

    private static final String[] NONE = {};

    @Test
    void aMethodThatCallsItselfIsACycleOfOne() {
        assertArrayEquals(words("sum"), cycle("sum sum sum sum"));
        assertArrayEquals(words("sum"), cycle("sum sum sum main run"));
    }

    @Test
    void twoFramesOfANameAreNoRecursionYet() {
        assertArrayEquals(NONE, cycle("print print main"));
        assertArrayEquals(NONE, cycle("c b a main run"));
    }

    @Test
    void aCallerStandsBeforeWhatItCalls() {
        assertArrayEquals(words("even odd"), cycle("odd even odd even odd even main"));
    }

    @Test
    void aCycleIsTheSameWhicheverOfItsMethodsSpills() {
        String[] expected = words("array value object value");
        String stack = "value object value array value object value array value object value array";
        assertArrayEquals(expected, cycle(stack));
        for (int i = 0; i < 4; i++) {
            stack = stack.substring(stack.indexOf(' ') + 1);
            assertArrayEquals(expected, cycle(stack), stack);
        }
    }

    @Test
    void twoTurnsThatFillWhatWasLookedAtAreEnough() {
        assertArrayEquals(words("a b c d"), cycle("d c b a d c b a"));
        assertArrayEquals(NONE, cycle("d c b a d c b a main"));
    }

    @Test
    void whatTheRecursionCallsInTheEndIsNotOfIt() {
        assertArrayEquals(words("visit walk"), cycle("hash get walk visit walk visit walk visit"));
    }

    @Test
    void aRecursionWithTurnsThatDifferIsAllThatIsMetOften() {
        assertArrayEquals(
                words("expression primary term"),
                cycle(
                        "primary term expression primary expression primary term term expression"
                                + " primary expression"));
    }

    @Test
    void aRecursionThatGoesOnInAnotherWayIsNotCutShort() {
        assertArrayEquals(words("a b"), cycle("a a a b b a b a a"));
    }

    @Test
    void framesBehindTheCountAreNotLookedAt() {
        assertArrayEquals(NONE, Cycle.of(words("a b c a b c a b c"), 3));
    }

    private static String[] cycle(String stack) {
        String[] names = words(stack);
        return Cycle.of(names, names.length);
    }

    private static String[] words(String text) {
        return text.split(" ", -1);
    }
}
