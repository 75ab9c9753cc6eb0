package dev.morestack.agent.report;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** A region that the thread's own stack had no room for. */
@Name("dev.morestack.BigStackRegion")
@Label("Big Stack Region")
@Category("Morestack")
@Description("A region needed more contiguous stack than its thread has; from asking to leaving")
@Threshold("0 ns")
@StackTrace
final class BigStackRegionEvent extends Event {

    @Label("Requested")
    @DataAmount
    long requested;

    @Label("Carrier Stack")
    @Description("The whole stack of the big carrier; 0 when the region had to do without")
    @DataAmount
    long carrierStack;
}
