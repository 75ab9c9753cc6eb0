package dev.morestack.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MachineTest {

    private static final Machine MACHINE =
            new Machine("Abacus(R) 3000", 4, 8_000_000_000L, "System 1", "JVM 25");

    @Test
    void aMachinesNameServesAsTheNameOfAFile() {
        assertEquals("abacus-3000-4cpu", MACHINE.fileName());
    }

    @Test
    void aMachineIsDescribedInALine() {
        assertEquals("Abacus(R) 3000, 4 processors, 8 GB, System 1, JVM 25", MACHINE.describe());
    }
}
