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

    private static StackDecision region(StackDemand demand) {
        return StackDecision.carrier(demand.requested());
    }

    private static final class Segments implements StackPolicy {
        @Override
        public StackDecision decide(StackDemand demand) {
            return demand.isRegion() ? region(demand) : StackDecision.segments();
        }
    }

    private static final class Fixed implements StackPolicy {
        @Override
        public StackDecision decide(StackDemand demand) {
            return demand.isRegion() ? region(demand) : StackDecision.refuse();
        }
    }

    private static final class Adaptive implements StackPolicy {
        @Override
        public StackDecision decide(StackDemand demand) {
            if (demand.isRegion()) {
                return region(demand);
            }
            return demand.spilledLately() < OFTEN
                    ? StackDecision.segments()
                    : StackDecision.carrier(demand.limit());
        }
    }

    private static final class Carrier implements StackPolicy {
        @Override
        public StackDecision decide(StackDemand demand) {
            return demand.isRegion() ? region(demand) : StackDecision.carrier(demand.limit());
        }
    }
}
