package dev.morestack.agent.report;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** A sampled spill. */
@Name("dev.morestack.StackSwitch")
@Label("Stack Switch")
@Category("Morestack")
@Description("Frames of a thread were frozen to the heap; one event for a number of them")
@Threshold("0 ns")
@StackTrace
final class StackSwitchEvent extends Event {

    @Label("Bytes Frozen")
    @DataAmount
    long bytesFrozen;

    @Label("Stack Depth")
    @Description("Bytes of the whole logical stack")
    @DataAmount
    long depth;

    @Label("Represented Switches")
    @Description("Switches of the thread since the event before, this one included")
    int represented;
}
