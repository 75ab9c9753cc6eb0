package dev.morestack.benchmarks.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

    @Test
    void verdictsOfAllSectionsStandAtTheTop() {
        Section first = new Section("First: something");
        first.judge("fast enough", 1.5, 1.5);
        Section second = new Section("Second");
        second.judge("too slow", 100.1, 100);
        String page = new Page("Results", List.of("A note."), List.of(first, second)).text();
        assertEquals(
                """
                # Results

                A note.

                ## Targets

                | what | measured | at most | verdict |
                | --- | ---: | ---: | ---: |
                | fast enough | 1.50 | 1.50 | met |
                | too slow | 100 | 100 | **MISSED** |

                ## First: something

                ## Second
                """,
                page);
        assertEquals("First", first.shortTitle());
    }

    @Test
    void aRatioToNothingMissesItsTarget() {
        Section section = new Section("Section");
        section.judge("not a number", Double.NaN, 1);
        String page = new Page("Results", List.of(), List.of(section)).text();
        assertTrue(page.contains("| not a number | NaN | 1.00 | **MISSED** |"), page);
    }

    @Test
    void figuresHaveThreeDigits() {
        assertEquals("0.123", Figure.of(0.1234));
        assertEquals("1.23", Figure.of(1.234));
        assertEquals("12.3", Figure.of(12.34));
        assertEquals("12,340", Figure.of(12_340));
    }

    @Test
    void chartsLieInAFolderOfThePagesName(@TempDir Path folder) throws Exception {
        Section section = new Section("Section");
        section.add(new Bars("bars", "The bars", "ns", 1, List.of(new Bars.Bar("one", 2))));
        Path file = new Page("Results", List.of(), List.of(section)).write(folder, "name");
        assertEquals(folder.resolve("name.md"), file);
        String page = Files.readString(file);
        assertTrue(page.contains("![The bars](name/bars.svg)"), page);
        assertTrue(Files.readString(folder.resolve("name/bars.svg")).startsWith("<svg "));
    }

    @Test
    void aCellMayHoldABarAndNoRowIsTooShort() {
        Table table = new Table("pattern", "ms");
        table.add("(a|b)*", "1");
        assertTrue(table.text().endsWith("| (a\\|b)* | 1 |\n"), table.text());
        assertThrows(IllegalArgumentException.class, () -> table.add("(a|b)*"));
    }
}
