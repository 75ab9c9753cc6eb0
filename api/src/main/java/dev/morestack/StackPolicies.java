package dev.morestack;

/** The policies that Morestack ships with. */
public final class StackPolicies {

    /** Beyond this a second, copying frames costs more than a carrier does. */
    private static final long OFTEN = 4L << 20;

    private static final StackPolicy SEGMENTS = new Segments();
    private static final StackPolicy FIXED = new Fixed();
    private static final StackPolicy ADAPTIVE = new Adaptive();
    private static final StackPolicy CARRIER = new Carrier();

    private static final String[] NAMES = {"segments", "fixed", "adaptive", "carrier"};
    private static final StackPolicy[] POLICIES = {SEGMENTS, FIXED, ADAPTIVE, CARRIER};

    private StackPolicies() {}

    /** Frames go to the heap: for many threads, and for depth that is rare. */
    public static StackPolicy segments() {
        return SEGMENTS;
    }

    /** The stack never grows: the error at the end of the thread's own stack. */
    public static StackPolicy fixed() {
        return FIXED;
    }

    /** Segments first; a big carrier for a thread that keeps spilling, until it is shallow. */
    public static StackPolicy adaptive() {
        return ADAPTIVE;
    }

    /** A big carrier as soon as the thread's own stack runs out: for a few hot deep threads. */
    public static StackPolicy carrier() {
        return CARRIER;
    }

    /**
     * Returns the policy of this name.
     *
     * @return null when there is none
     */
    public static StackPolicy named(String name) {
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].equals(name)) {
                return POLICIES[i];
            }
        }
        return null;
    }

    /** Regions get their carrier whatever stacks do. */
    private abstract static class Policy implements StackPolicy {
        @Override
        public final StackDecision decide(StackDemand demand) {
            return demand.isRegion() ? StackDecision.carrier(demand.requested()) : grow(demand);
        }

        abstract StackDecision grow(StackDemand demand);
    }

    private static final class Segments extends Policy {
        @Override
        StackDecision grow(StackDemand demand) {
            return StackDecision.segments();
        }
    }

    private static final class Fixed extends Policy {
        @Override
        StackDecision grow(StackDemand demand) {
            return StackDecision.refuse();
        }
    }

    private static final class Adaptive extends Policy {
        @Override
        StackDecision grow(StackDemand demand) {
            return demand.spilledLately() < OFTEN
                    ? StackDecision.segments()
                    : StackDecision.carrier(demand.limit());
        }
    }

    private static final class Carrier extends Policy {
        @Override
        StackDecision grow(StackDemand demand) {
            return StackDecision.carrier(demand.limit());
        }
    }
}
