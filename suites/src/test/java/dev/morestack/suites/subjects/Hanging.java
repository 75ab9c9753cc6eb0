package dev.morestack.suites.subjects;

import org.junit.jupiter.api.Test;

/** Does not end. */
final class Hanging {

    @Test
    void sleepsForADay() throws InterruptedException {
        Thread.sleep(86_400_000);
    }
}
