package dev.morestack.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.morestack.transformer.MethodSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodPatternsTest {

    @ParameterizedTest
    @CsvSource({
        "a.B::c, a.B, c, true",
        "a/B::c, a.B, c, true",
        "a.B::c, a.B, d, false",
        "a.B::c, a.C, c, false",
        "a.*::on?, a.b.C, onX, true",
        "*::*, a.B, c, true",
        "a.B::c:d.E::f, d.E, f, true",
        "a.B::c:d.E::f, a.B, f, false",
        "a.B::c:d.E::f, d.E, c, false",
        ":a.B::c:, a.B, c, true"
    })
    void choosesByClassAndMethod(String text, String className, String method, boolean chosen)
            throws OptionException {
        MethodSelection selection = MethodPatterns.parse(text, Option.ENTRY);
        assertEquals(chosen, selection.contains(className, method));
    }

    @Test
    void nothingIsNone() throws OptionException {
        assertSame(MethodSelection.NONE, MethodPatterns.parse("", Option.ENTRY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.B",
                "a.B:c",
                "a.B.c",
                "a.B::",
                "::c",
                "::",
                "a.B::c::d",
                "a.B:::c",
                "a.B::c:d",
                "a.B::<init>",
                "a.B::c()",
                "a b::c",
                "a.B::c d",
                "a.B#c"
            })
    void refusesAllElse(String text) {
        OptionException refused =
                assertThrows(OptionException.class, () -> MethodPatterns.parse(text, Option.ENTRY));
        assertEquals(0, refused.getMessage().indexOf("option entry: '"), refused.getMessage());
    }
}
