package dev.morestack.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutputTest {

    @Test
    void equalLinesAreAsShown() {
        assertTrue(Output.isAsShown(List.of("one", "two"), List.of("one", "two")));
    }

    @Test
    void anotherLineIsNot() {
        assertFalse(Output.isAsShown(List.of("one", "two"), List.of("one", "three")));
    }

    @Test
    void aLineTooManyOrTooFewIsNot() {
        assertFalse(Output.isAsShown(List.of("one"), List.of("one", "two")));
        assertFalse(Output.isAsShown(List.of("one", "two"), List.of("one")));
    }

    @Test
    void dotsStandForAnyLines() {
        List<String> shown = List.of("one", "...", "four");
        assertTrue(Output.isAsShown(shown, List.of("one", "two", "three", "four")));
        assertTrue(Output.isAsShown(shown, List.of("one", "four")));
        assertFalse(Output.isAsShown(shown, List.of("one", "two", "three")));
    }

    @Test
    void versionAndLimitMayDiffer() {
        assertTrue(
                Output.isAsShown(
                        List.of("morestack 0.1.0: stacks grow, up to 512m a thread"),
                        List.of("morestack 0.2.0-SNAPSHOT: stacks grow, up to 1g a thread")));
    }

    @Test
    void countsMayDifferButNotWhetherThereIsAny() {
        assertTrue(Output.isAsShown(List.of("spills    12"), List.of("spills    3456")));
        assertFalse(Output.isAsShown(List.of("spills    12"), List.of("spills    0")));
        assertFalse(Output.isAsShown(List.of("spills    12"), List.of("roots     12")));
    }
}
