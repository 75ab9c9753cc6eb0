package dev.morestack.suites;

import java.io.IOException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** A difference is excused by a line for this suite, this mode and this test, with a reason. */
final class ExplanationsTest {

    private static final Suite SUITE = Suite.of("some-library");
    private static final Explanations EXPLANATIONS =
            Explanations.parse(
                    """
                    # a comment | with | bars | in it

                    some-library | stress | class:a\\.B/.* | the reason | with a bar
                    """);

    @Test
    void theReasonIsFoundByTheWholeName() {
        Assertions.assertEquals("the reason | with a bar", reason(Mode.STRESS, "[class:a.B]/[x]"));
        Assertions.assertEquals("", reason(Mode.STRESS, "[class:a.BC]/[x]"));
        Assertions.assertEquals("", reason(Mode.STRESS, "[class:outer]/[class:a.B]/[x]"));
    }

    @Test
    void otherModesAndSuitesAreNotExcused() {
        Assertions.assertEquals("", reason(Mode.WITH, "[class:a.B]/[x]"));
        Difference difference = difference(Mode.STRESS, "[class:a.B]/[x]");
        Assertions.assertEquals("", EXPLANATIONS.reason(Suite.of("another"), difference));
    }

    @Test
    void aLineWithoutAReasonIsRefused() {
        String line = "some-library | stress | class:a | ";
        Assertions.assertThrows(IllegalArgumentException.class, () -> Explanations.parse(line));
    }

    @Test
    void theFileOfThePublishedSuitesCanBeRead() throws IOException {
        Difference difference = difference(Mode.WITH, "[class:no.such.Test]/[method:x()]");
        Assertions.assertEquals("", Explanations.ofPublishedSuites().reason(SUITE, difference));
    }

    private static String reason(Mode mode, String segments) {
        return EXPLANATIONS.reason(SUITE, difference(mode, segments));
    }

    private static Difference difference(Mode mode, String segments) {
        String id = "[engine:junit-jupiter]/" + segments;
        TestOutcome failed = new TestOutcome(Verdict.FAILED, "");
        return new Difference(mode, id, TestOutcome.MISSING, failed);
    }
}
