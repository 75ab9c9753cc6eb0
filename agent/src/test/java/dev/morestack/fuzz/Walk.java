package dev.morestack.fuzz;

/**
 * Where a running program is on its {@link WalkPlan}: it answers each call site whether to call.
 *
 * <p>The depth is counted, not measured, so it is the same on any stack. A program's walk ends when
 * its goals or its calls are used up; from then on every method returns.
 */
final class Walk {
    /** An error takes as long as so many calls, and more for its stack trace. */
    private static final int CALLS_OF_A_REFUSAL = 100;

    private final WalkPlan plan;

    /** For each method the most bytes that its frames may take. */
    private final int[] weights;

    private int leg;
    private boolean rising;
    private int depth;
    private int bytes;
    private int calls;
    private long random;
    private int deepest;
    private int turns;
    private boolean stopped;

    Walk(WalkPlan plan, int[] weights) {
        this.plan = plan;
        this.weights = weights.clone();
        random = plan.seed() | 1;
    }

    /** The next decision, xorshift; never the hash of what was seen, which a defect may change. */
    int next(int bound) {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return (int) ((random >>> 33) % bound);
    }

    /** Counts a method's frame; the position that this returns is for {@link #leave}. */
    long enter(int method) {
        calls++;
        depth++;
        bytes += weights[method];
        deepest = Math.max(deepest, depth);
        return position();
    }

    /** Leaves the method that was entered at the position. */
    void leave(int method, long position) {
        returnTo(position);
        depth--;
        bytes -= weights[method];
    }

    /** Takes the walk back to a method that an exception has reached. */
    void returnTo(long position) {
        depth = (int) position;
        bytes = (int) (position >>> 32);
    }

    private long position() {
        return (long) bytes << 32 | depth;
    }

    /** Whether a call site is to call now. */
    boolean down() {
        if (rising && depth <= goal()) {
            turn();
        }
        if (rising || over()) {
            return false;
        }
        if (depth >= goal() || bytes >= plan.size().bytes || calls >= plan.size().calls) {
            turn();
            return false;
        }
        return plan.skipMask() == 0 || next(plan.skipMask() + 1) != 0;
    }

    /** Whether the way up is to be an exception and has not arrived. */
    boolean throwing() {
        return rising && !over() && plan.goals().get(leg).thrown() && depth > goal();
    }

    /** Whether an exception that passes the method is to be caught there. */
    boolean caughtHere() {
        return over() || !rising || depth <= goal();
    }

    /** How often the walk has changed its direction. */
    int turns() {
        return turns;
    }

    /** Goes on with the next goal when the first method has returned. */
    void atBase() {
        depth = 0;
        bytes = 0;
        if (rising) {
            turn();
        }
    }

    /** A call was refused: there is no way further down. */
    void refused() {
        calls += CALLS_OF_A_REFUSAL;
        if (!rising) {
            turn();
        }
    }

    private void turn() {
        leg++;
        turns++;
        rising = !rising;
    }

    boolean over() {
        return stopped || leg >= plan.goals().size() || calls >= plan.size().calls;
    }

    /** Ends the walk before its time. */
    void stop() {
        stopped = true;
    }

    private int goal() {
        return leg < plan.goals().size() ? plan.goals().get(leg).depth() : 0;
    }

    int depth() {
        return depth;
    }

    int deepest() {
        return deepest;
    }

    int calls() {
        return calls;
    }
}
