package dev.morestack.benchmarks.depth;

import dev.morestack.benchmarks.Work;
import dev.morestack.benchmarks.woven.FrameLoad;

/**
 * The recursion in continuation-passing style: each call is an object that a loop bounces, and what
 * is left to do after it another.
 */
final class Trampoline implements Work {

    /** A call that is to be made, or the end. */
    private interface Bounce {

        /** Makes the call; returns the next, or null at the end. */
        Bounce next();
    }

    /** What is left to do with a result. */
    private interface Rest {
        Bounce with(long result);
    }

    private record Call(int frames, long seed, Rest rest) implements Bounce {
        @Override
        public Bounce next() {
            if (frames == 0) {
                return rest.with(0);
            }
            long value = FrameLoad.BUSY ? FrameLoad.work(seed) : seed;
            long[] held = FrameLoad.ALLOCATING ? FrameLoad.hold(value) : null;
            return new Call(frames - 1, value, new Add(held, rest));
        }
    }

    private static final class Add implements Rest {

        private final long[] held;
        private final Rest rest;

        Add(long[] held, Rest rest) {
            this.held = held;
            this.rest = rest;
        }

        @Override
        public Bounce with(long result) {
            return new Answer(result + (FrameLoad.ALLOCATING ? held[0] : 1), rest);
        }
    }

    private record Answer(long result, Rest rest) implements Bounce {
        @Override
        public Bounce next() {
            return rest.with(result);
        }
    }

    /** Keeps the last result. */
    private static final class Last implements Rest {

        private long result;

        @Override
        public Bounce with(long last) {
            result = last;
            return null;
        }
    }

    @Override
    public long run(int size) {
        Last last = new Last();
        Bounce bounce = new Call(size, size, last);
        while (bounce != null) {
            bounce = bounce.next();
        }
        return last.result;
    }
}
