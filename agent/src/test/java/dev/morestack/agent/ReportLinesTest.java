package dev.morestack.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.morestack.transformer.Elision;
import dev.morestack.transformer.LeftOut;
import org.junit.jupiter.api.Test;

class ReportLinesTest {

    private static final int WIDTH = 44;

    @Test
    void numbersBeginInOneColumn() {
        ReportLines lines = new ReportLines();
        lines.add("spills", 12);
        lines.add("", -1);
        lines.add("n".repeat(WIDTH - 1), Long.MAX_VALUE);
        assertEquals(
                ("spills" + " ".repeat(WIDTH - 6) + "12\n")
                        + (" ".repeat(WIDTH) + "-1\n")
                        + ("n".repeat(WIDTH - 1) + " 9223372036854775807\n"),
                lines.toString());
    }

    @Test
    void aNameThatIsTooLongIsStillApartFromItsNumber() {
        ReportLines lines = new ReportLines();
        lines.add("n".repeat(WIDTH), 7);
        assertEquals("n".repeat(WIDTH) + " 7\n", lines.toString());
    }

    @Test
    void everyNameOfTheTallyFits() {
        Tally tally = new Tally();
        ReportLines lines = new ReportLines();
        tally.print(lines);
        long lineCount = lines.toString().lines().count();
        assertEquals(4 + Elision.values().length + LeftOut.values().length, lineCount);
        lines.toString().lines().forEach(line -> assertEquals(WIDTH, line.lastIndexOf(' ') + 1));
    }
}
