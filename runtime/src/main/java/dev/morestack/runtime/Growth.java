package dev.morestack.runtime;

import dev.morestack.StackDecision;
import dev.morestack.StackPolicies;
import dev.morestack.StackPolicy;

/** How the stack of one logical thread grows: its policy, and what has been spilled lately. */
final class Growth {

    private static final long SECOND = 1_000_000_000L;

    private static StackPolicy standard = StackPolicies.adaptive();

    /** Null for the standard one. */
    private StackPolicy policy;

    private long since = System.nanoTime();
    private long spilled;

    /** What the last answer was: bytes of a carrier, 0 for segments. */
    private long wanted;

    /** Sets the policy of threads that have none of their own. */
    static void standard(StackPolicy chosen) {
        standard = chosen;
    }

    /** Sets the policy, null for the standard one, and returns the former. */
    StackPolicy choose(StackPolicy chosen) {
        StackPolicy former = policy;
        policy = chosen;
        return former;
    }

    boolean isFixed() {
        return (policy == null ? standard : policy) == StackPolicies.fixed();
    }

    /** Notes bytes that went to the heap. */
    void froze(long bytes) {
        spilled += bytes;
    }

    /**
     * Asks the policy; waits as long as it says so.
     *
     * @param frozen bytes of frames on the heap
     * @param used bytes of the physical stack in use
     * @param requested bytes of a region, 0 for none
     */
    StackDecision ask(long frozen, long used, long requested) {
        StackPolicy asked = policy == null ? standard : policy;
        wanted = 0;
        if (asked == StackPolicies.segments() && requested == 0) {
            return StackDecision.segments();
        }
        StackDecision decision = ask(asked, frozen, used, requested);
        if (decision.waitMillis() > 0) {
            Nap nap = new Nap();
            while (decision.waitMillis() > 0) {
                nap.sleep(decision.waitMillis());
                decision = ask(asked, frozen, used, requested);
            }
            nap.end();
        }
        wanted = decision.carrierBytes();
        return decision;
    }

    private StackDecision ask(StackPolicy asked, long frozen, long used, long requested) {
        try {
            StackDecision decision =
                    asked.decide(new Demand(frozen, used, requested, spilledLately()));
            if (decision != null) {
                return decision;
            }
        } catch (Throwable e) {
            Installation.log("a policy has failed: ", e);
        }
        return StackDecision.segments();
    }

    /** Returns the bytes spilled in the last second, or the average of a longer time. */
    private long spilledLately() {
        long now = System.nanoTime();
        long elapsed = now - since;
        if (elapsed <= SECOND) {
            return spilled;
        }
        long lately = (long) (spilled * ((double) SECOND / elapsed));
        since = now;
        spilled = 0;
        return lately;
    }

    /** Returns the bytes of the carrier that the last answer was, 0 for none; once. */
    long takeWanted() {
        long taken = wanted;
        wanted = 0;
        return taken;
    }

    /** Notes that there was no carrier: nobody is asked again before as much has been spilled. */
    void missed() {
        since = System.nanoTime();
        spilled = 0;
    }
}
