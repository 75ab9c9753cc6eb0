package dev.morestack.benchmarks.depth;

import dev.morestack.benchmarks.PlainCopies;
import dev.morestack.benchmarks.Work;
import dev.morestack.benchmarks.woven.DeepFrames;

/** A way to recurse deeply. */
public enum Contender {
    /** Woven frames on a thread with a stack of the default size. */
    MORESTACK("Morestack", true) {
        @Override
        Work work() {
            return new DeepFrames();
        }
    },
    /** The same frames, not woven, on a thread whose stack is large enough. */
    HUGE_STACK("huge stack", true) {
        @Override
        Work work() {
            return PlainCopies.of(new DeepFrames(), Work.class);
        }
    },
    KOTLIN("DeepRecursiveFunction", true) {
        @Override
        Work work() {
            return new KotlinDeepRecursion();
        }
    },
    TRAMPOLINE("trampoline", false) {
        @Override
        Work work() {
            return new Trampoline();
        }
    },
    EXPLICIT_STACK("explicit stack", false) {
        @Override
        Work work() {
            return new ExplicitStack();
        }
    },
    VIRTUAL_HOPS("virtual thread hops", true) {
        @Override
        Work work() {
            return new ThreadHops(Thread.ofVirtual().factory(), ThreadHops.VIRTUAL_FRAMES);
        }
    },
    PLATFORM_HOPS("platform thread hops", true) {
        @Override
        Work work() {
            return new ThreadHops(
                    Thread.ofPlatform().factory(), ThreadHops.PLATFORM_FRAMES);
        }
    };

    private final String label;
    private final boolean keepsRecursion;

    Contender(String label, boolean keepsRecursion) {
        this.label = label;
        this.keepsRecursion = keepsRecursion;
    }

    public String label() {
        return label;
    }

    /** Returns whether the source still looks like the recursion that it is. */
    public boolean keepsRecursion() {
        return keepsRecursion;
    }

    abstract Work work();

    long stackSize() {
        return this == HUGE_STACK ? 8L << 30 : 0;
    }
}
