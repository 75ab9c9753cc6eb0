package dev.morestack.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.MutuallyExclusiveArgsException;

class BenchmarkOptionsTest {

    private static BenchmarkOptions parse(String... arguments) {
        CommandLine line = new CommandLine(new BenchmarkOptions());
        line.parseArgs(arguments);
        return line.getCommand();
    }

    @Test
    void withoutAChoiceAllPartsRunInFull() {
        BenchmarkOptions options = parse();
        assertEquals(Effort.FULL, options.effort());
        assertEquals(EnumSet.allOf(Parts.class), options.parts());
        assertEquals("", options.suffix());
        assertEquals("", options.choice());
    }

    @Test
    void aPageOfAQuickOrPartialRunIsNotThatOfAFullOne() {
        BenchmarkOptions options = parse("--quick", "--only=depth,cold");
        assertEquals(Effort.QUICK, options.effort());
        assertEquals(EnumSet.of(Parts.COLD, Parts.DEPTH), options.parts());
        assertEquals("-cold-depth-quick", options.suffix());
        assertEquals(" --quick --only=cold,depth", options.choice());
    }

    @Test
    void aRunIsNotOfTwoEfforts() {
        assertThrows(MutuallyExclusiveArgsException.class, () -> parse("--quick", "--smoke"));
    }
}
