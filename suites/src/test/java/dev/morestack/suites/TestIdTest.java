package dev.morestack.suites;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Unique ids of both engines name the class that is run again. */
final class TestIdTest {

    private static final String JUPITER =
            "[engine:junit-jupiter]/[class:a.B]/[nested-class:C]/[test-template:t(int[])]/[#2]";

    private static final String VINTAGE =
            "[engine:junit-vintage]/[runner:a.B]/[test:x%5B0%5D(a.B)]";

    @Test
    void theOutermostClassIsNamed() {
        Assertions.assertEquals("a.B", TestId.className(JUPITER));
        Assertions.assertEquals("a.B", TestId.className(VINTAGE));
        Assertions.assertEquals("", TestId.className("a.B.method()"));
    }

    @Test
    void listsShowNeitherTheEngineNorBrackets() {
        Assertions.assertEquals(
                "class:a.B/nested-class:C/test-template:t(int[])/#2", TestId.brief(JUPITER));
        Assertions.assertEquals("runner:a.B/test:x%5B0%5D(a.B)", TestId.brief(VINTAGE));
    }
}
