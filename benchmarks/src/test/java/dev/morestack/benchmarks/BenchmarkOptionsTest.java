package dev.morestack.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkOptionsTest {

    @TempDir Path folder;
    private String agent;

    @BeforeEach
    void makeAJar() throws Exception {
        agent = "--agent=" + Files.createFile(folder.resolve("agent.jar"));
    }

    @Test
    void withoutAChoiceAllPartsRunInFull() {
        BenchmarkOptions options = BenchmarkOptions.parse(agent);
        assertEquals(EnumSet.allOf(Parts.class), options.parts());
        assertEquals("", options.suffix());
        assertEquals("", options.choice());
    }

    @Test
    void aPageOfAQuickOrPartialRunIsNotThatOfAFullOne() {
        BenchmarkOptions options = BenchmarkOptions.parse(agent, "--quick", "--only=depth,cold");
        assertEquals(EnumSet.of(Parts.COLD, Parts.DEPTH), options.parts());
        assertEquals("-cold-depth-quick", options.suffix());
        assertEquals(" --quick --only=cold,depth", options.choice());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--only=colder", "--fast", "--agent=no.jar"})
    void whatMakesNoSenseIsRefusedByName(String argument) {
        Exception refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> BenchmarkOptions.parse(agent, argument));
        String name = argument.substring(0, argument.concat("=").indexOf('='));
        assertTrue(refused.getMessage().startsWith(name), refused::getMessage);
    }
}
