package dev.morestack.runtime;

import java.lang.ref.Reference;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.StackChunk;
import jdk.internal.vm.annotation.Hidden;

/**
 * One spill that is looked at: how deep the stack is and, where that was asked for, which method's
 * check spilled, in which recursion, and how long it took.
 *
 * <p>Nothing that goes wrong here reaches the program.
 */
final class Sample {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    private final ThreadRecord record;
    private final Continuation continuation;
    private final int weight;
    private final long depth;
    final SpillClock clock = new SpillClock();

    private Site site;
    private StackChunk before;
    private SpillObserver observer;
    private Object begun;

    private Sample(ThreadRecord record, Continuation continuation, long depth) {
        this.record = record;
        this.continuation = continuation;
        this.depth = depth;
        weight = record.takeSample();
    }

    /**
     * Begins the sample of a spill that is about to happen.
     *
     * @param used physical bytes in use
     * @return null when there was no room for it
     */
    static Sample begin(
            ThreadRecord record, DepthMarks marks, Continuation continuation, long used) {
        try {
            long depth = marks.measure(continuation) + used;
            Sample sample = new Sample(record, continuation, depth);
            sample.begin();
            return sample;
        } catch (Throwable e) {
            // The stack or the heap may be at its end: then the program is to meet that, not we.
            return null;
        }
    }

    private void begin() {
        record.reached(depth);
        if (Sampler.walks()) {
            site = StackWalk.siteOf(record, depth);
            before = Segments.newest(continuation);
        }
        observer = Profile.observer();
        if (observer != null) {
            begun = observer.spilling();
        }
        if (Sampler.walks()) {
            clock.begin();
        }
    }

    /** Ends the sample of a spill that has happened. */
    @Hidden
    void end(long bytes) {
        try {
            if (Sampler.walks()) {
                clock.resume();
                count(bytes);
            }
            if (observer != null) {
                observer.spilled(begun, bytes, depth, weight);
            }
        } catch (Throwable e) {
            Installation.log("a sample is lost: ", e);
        }
    }

    /**
     * Allocates as much again as the new segment has taken, right after it: the segment's own
     * allocation happens inside the VM, where no clock is read. Not cleared, as segments are not.
     */
    private static long allocationNanos(long bytes) {
        long start = System.nanoTime();
        Object memory = UNSAFE.allocateUninitializedArray(byte.class, (int) bytes);
        try {
            return System.nanoTime() - start;
        } finally {
            Reference.reachabilityFence(memory);
        }
    }

    private void count(long bytes) {
        StackChunk now = Segments.newest(continuation);
        boolean again = now == before;
        int kind = record.isVirtual() ? Costs.VIRTUAL : again ? Costs.REUSED : Costs.NEW;
        long segment = again || now == null ? 0 : Segments.capacity(now);
        if (segment > 0) {
            clock.allocation = allocationNanos(segment);
        }
        long nanos = Costs.add(kind, clock, bytes, segment, weight);
        if (kind != Costs.VIRTUAL) {
            record.took(nanos);
        }
        if (site != null) {
            site.add(weight, bytes, again);
            site.reached(depth, bytes * weight, record.frames);
            if (kind == Costs.VIRTUAL) {
                site.addVirtual(bytes * weight);
            } else {
                site.took(nanos);
            }
        }
    }
}
