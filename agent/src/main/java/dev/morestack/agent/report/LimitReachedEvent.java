package dev.morestack.agent.report;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A thread stopped by the limit. */
@Name("dev.morestack.LimitReached")
@Label("Stack Limit Reached")
@Category("Morestack")
@Description("The logical stack of a thread was at the limit: it got a StackOverflowError")
@StackTrace
final class LimitReachedEvent extends Event {

    @Label("Stack Depth")
    @DataAmount
    long depth;

    @Label("Limit")
    @DataAmount
    long limit;
}
