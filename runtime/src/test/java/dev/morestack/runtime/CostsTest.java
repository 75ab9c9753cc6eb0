package dev.morestack.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CostsTest {

    private final SpillClock clock = new SpillClock();

    @BeforeEach
    void aSpillFreezesFor700NanosAndResumesFor300() {
        Costs.reset();
        clock.begun = 5_000;
        clock.frozen = 5_700;
        clock.resumed = 6_000;
    }

    @Test
    void aSampleStandsForOthers() {
        clock.allocation = 50;
        Costs.add(Costs.NEW, clock, 4_000, 4_096, 10);
        assertEquals(1, Costs.samples(Costs.NEW));
        assertEquals(10, Costs.spills(Costs.NEW));
        assertEquals(7_000, Costs.freezeNanos(Costs.NEW));
        assertEquals(3_000, Costs.resumeNanos(Costs.NEW));
        assertEquals(500, Costs.allocateNanos(Costs.NEW));
    }

    @Test
    void anInterruptedAllocationTakesNoMoreThanItsFreeze() {
        clock.allocation = 900_000;
        Costs.add(Costs.NEW, clock, 4_000, 4_096, 10);
        assertEquals(7_000, Costs.allocateNanos(Costs.NEW));
    }

    @Test
    void anInterruptedSpillCountsApart() {
        clock.resumed += 2_000_000;
        assertEquals(0, Costs.add(Costs.NEW, clock, 4_000, 4_096, 10));
        assertEquals(0, Costs.samples(Costs.NEW));
        assertEquals(0, Costs.freezeNanos(Costs.NEW));
        assertEquals(10, Costs.interrupted(Costs.NEW));
        assertEquals(40_000, Costs.interruptedBytes(Costs.NEW));
        assertEquals(40_960, Costs.allocatedBytes(Costs.NEW));
    }
}
