package dev.morestack.suites.subjects;

import org.junit.jupiter.api.Test;

/** Ends its JVM in the middle of the tests. */
final class Halting {

    @Test
    void haltsTheJvm() {
        Runtime.getRuntime().halt(0);
    }
}
