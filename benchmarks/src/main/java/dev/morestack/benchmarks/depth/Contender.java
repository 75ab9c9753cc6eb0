package dev.morestack.benchmarks.depth;

import dev.morestack.benchmarks.Work;
import dev.morestack.benchmarks.woven.DeepFrames;
import java.util.List;

/** A way to recurse deeply. All but the policies run without the agent. */
public enum Contender {
    /** On a thread whose stack is large enough. */
    HUGE_STACK("huge stack", true),
    /** With the agent, on a thread with a stack of the default size; as the next two. */
    SEGMENTS("segments", true),
    ADAPTIVE("adaptive", true),
    CARRIER("carrier", true),
    KOTLIN("DeepRecursiveFunction", true),
    TRAMPOLINE("trampoline", false),
    EXPLICIT_STACK("explicit stack", false),
    VIRTUAL_HOPS("virtual thread hops", true),
    PLATFORM_HOPS("platform thread hops", true);

    /** The policies of the agent. */
    public static final List<Contender> POLICIES = List.of(SEGMENTS, ADAPTIVE, CARRIER);

    /** Those that need no change of the program but, for a huge stack, of how a thread starts. */
    public static final List<Contender> OF_ANY_PROGRAM =
            List.of(HUGE_STACK, SEGMENTS, ADAPTIVE, CARRIER);

    private static final long HUGE_BYTES = 8L << 30;

    private final String label;
    private final boolean keepsRecursion;

    Contender(String label, boolean keepsRecursion) {
        this.label = label;
        this.keepsRecursion = keepsRecursion;
    }

    public String label() {
        return label;
    }

    /** Returns the agent's policy; empty to run without the agent. */
    public String policy() {
        return POLICIES.contains(this) ? label : "";
    }

    /** Returns whether this changes the source and still leaves the recursion in it. */
    public boolean isRewrittenRecursion() {
        return keepsRecursion && !OF_ANY_PROGRAM.contains(this);
    }

    /** Returns bytes for the thread that recurses; 0 for a stack of the default size. */
    public long stackSize() {
        return this == HUGE_STACK ? HUGE_BYTES : 0;
    }

    Work work() {
        return switch (this) {
            case HUGE_STACK, SEGMENTS, ADAPTIVE, CARRIER -> new DeepFrames();
            case KOTLIN -> new KotlinDeepRecursion();
            case TRAMPOLINE -> new Trampoline();
            case EXPLICIT_STACK -> new ExplicitStack();
            case VIRTUAL_HOPS ->
                    new ThreadHops(Thread.ofVirtual().factory(), ThreadHops.VIRTUAL_FRAMES);
            case PLATFORM_HOPS ->
                    new ThreadHops(Thread.ofPlatform().factory(), ThreadHops.PLATFORM_FRAMES);
        };
    }
}
