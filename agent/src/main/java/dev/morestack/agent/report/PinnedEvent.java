package dev.morestack.agent.report;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A refused spill. */
@Name("dev.morestack.Pinned")
@Label("Pinned")
@Category("Morestack")
@Description("Frames of a thread could not be frozen; it went on with the rest of its stack")
@StackTrace
final class PinnedEvent extends Event {

    @Label("Reason")
    String reason;

    @Label("Bytes in Use")
    @Description("Bytes of the physical stack in use")
    @DataAmount
    long used;
}
