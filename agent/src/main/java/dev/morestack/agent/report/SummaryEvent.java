package dev.morestack.agent.report;

import dev.morestack.runtime.Counters;
import dev.morestack.runtime.Profile;
import dev.morestack.runtime.ThreadRecord;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/** The counts so far, now and then. */
@Name("dev.morestack.Summary")
@Label("Summary")
@Category("Morestack")
@Description("Counts since the agent was installed")
@Period("1 s")
@StackTrace(false)
final class SummaryEvent extends Event {

    @Label("Switches")
    long switches;

    @Label("Switches of Virtual Threads")
    long virtualSwitches;

    @Label("Bytes Frozen")
    @DataAmount
    long bytesFrozen;

    @Label("Pinned")
    long pinned;

    @Label("Limit Hits")
    long limitHits;

    @Label("Regions")
    long regions;

    @Label("Moves to a Big Carrier")
    long moves;

    @Label("Roots")
    long roots;

    @Label("Deepest Stack")
    @DataAmount
    long deepest;

    /** Commits an event; what flight recorder calls every period. */
    static final class Writer implements Runnable {
        @Override
        public void run() {
            SummaryEvent event = new SummaryEvent();
            event.switches = Counters.SPILLS.sum();
            event.virtualSwitches = Counters.VIRTUAL_SPILLS.sum();
            event.bytesFrozen = Counters.BYTES_FROZEN.sum();
            event.pinned =
                    Counters.PINNED_NATIVE.sum()
                            + Counters.PINNED_MONITOR.sum()
                            + Counters.PINNED_CRITICAL.sum()
                            + Counters.PINNED_FREEZE.sum()
                            + Counters.PINNED_VIRTUAL.sum();
            event.limitHits = Counters.LIMIT_HITS.sum();
            event.regions = Counters.REGIONS.sum();
            event.moves = Counters.MOVES.sum();
            event.roots = Counters.ROOTS.sum();
            ThreadRecord deepest = Profile.deepest(Profile.threads());
            event.deepest = deepest == null ? 0 : deepest.deepestBytes();
            event.commit();
        }
    }
}
