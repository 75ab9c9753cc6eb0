package dev.morestack.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {

    @ParameterizedTest
    @CsvSource({
        "a.b.C, a.b.C",
        "a/b/C, a.b.C",
        "*, a.b.C",
        "*, C",
        "**, a.b.C",
        "a.*, a.b.C",
        "*.C, a.b.C",
        "*C, a.b.C",
        "a*C, a.b.C",
        "a.?.C, a.b.C",
        "???, C$1",
        "*$*, a.Outer$Inner",
        "a.Outer$*, a.Outer$1",
        "x:a.b.C, a.b.C",
        ":a.b.C:, a.b.C",
        "*ab*ab*c, abxabxabxc",
        "a.package-info, a.package-info",
        "stra\u00dfe.*, stra\u00dfe.Haus",
        "\ud835\udc9c*, \ud835\udc9cbc"
    })
    void matches(String patterns, String name) throws OptionException {
        assertTrue(Patterns.parse(patterns, Option.INCLUDES).match(name));
    }

    @ParameterizedTest
    @CsvSource({
        "a.b.C, a.b.D",
        "a.b.C, a.b.Cc",
        "a.b.C, xa.b.C",
        "a.b.C, a.b.c",
        "a.b.C, aXbXC",
        "a.?, a.",
        "a.?, a.bc",
        "?*, ''",
        "*.C, C",
        "*b, bc",
        "*ab*ab*c, abxc",
        "'', a",
        "'', ''",
        "':', a",
        "x:y, z"
    })
    void doesNotMatch(String patterns, String name) throws OptionException {
        assertFalse(Patterns.parse(patterns, Option.INCLUDES).match(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                " a",
                "a ",
                "a,b",
                "a;b",
                "[a]",
                "a+",
                "(a|b)",
                "^a$x#",
                "a\\b",
                "a\tb",
                "a\nb",
                "a\u0000b",
                "C:\\classes",
                "a::<init>",
                "\ud835"
            })
    void refusesWhatIsNoPattern(String text) {
        OptionException refused =
                assertThrows(
                        OptionException.class, () -> Patterns.parse("x.*:" + text, Option.JDK));
        assertTrue(refused.getMessage().startsWith("option jdk: '"), refused.getMessage());
        assertTrue(refused.getMessage().endsWith(Option.JDK.allowed()), refused.getMessage());
    }

    @Test
    void namesTheOneThatIsWrong() {
        OptionException refused =
                assertThrows(
                        OptionException.class,
                        () -> Patterns.parse("good.*:bad+:fine", Option.EXCLUDES));
        assertEquals(
                "option excludes: 'bad+' is not allowed; it takes " + Option.EXCLUDES.allowed(),
                refused.getMessage());
    }

    @Test
    void manyStarsTakeNoMoreThanQuadraticTime() throws OptionException {
        Patterns patterns = Patterns.parse("*a".repeat(200) + "*b", Option.INCLUDES);
        assertFalse(patterns.match("a".repeat(20_000)));
    }
}
