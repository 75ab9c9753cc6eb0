package dev.morestack.runtime;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The records of threads that have spilled, in a table that does not grow. When it is full, a
 * record of a thread that has ended gives way, the one with the fewest spills among a few.
 */
final class ThreadRecords {

    private static final int SLOTS = 1024;
    private static final int TRIES = 32;

    private static final AtomicReferenceArray<ThreadRecord> TABLE =
            new AtomicReferenceArray<>(SLOTS);

    private static final ThreadLocal<ThreadRecord> OF_THREAD = new OfThread();

    private ThreadRecords() {}

    static ThreadRecord ofCurrentThread() {
        return OF_THREAD.get();
    }

    /** Returns the records there are. */
    static ThreadRecord[] all() {
        ThreadRecord[] found = new ThreadRecord[SLOTS];
        int count = 0;
        for (int i = 0; i < SLOTS; i++) {
            ThreadRecord record = TABLE.get(i);
            if (record != null) {
                found[count++] = record;
            }
        }
        return java.util.Arrays.copyOf(found, count);
    }

    /** Begins the counts of threads anew, and drops those of threads that have ended. */
    static void reset() {
        for (int i = 0; i < SLOTS; i++) {
            ThreadRecord record = TABLE.get(i);
            if (record != null && record.isOver()) {
                TABLE.compareAndSet(i, record, null);
            } else if (record != null) {
                record.reset();
            }
        }
    }

    private static void list(ThreadRecord record) {
        int start = (int) record.id();
        int given = -1;
        long fewest = Long.MAX_VALUE;
        for (int i = start; i < start + TRIES; i++) {
            int slot = i & (SLOTS - 1);
            ThreadRecord there = TABLE.get(slot);
            if (there == null) {
                if (TABLE.compareAndSet(slot, null, record)) {
                    return;
                }
            } else if (there.count(Counters.SPILLS) < fewest && there.isOver()) {
                fewest = there.count(Counters.SPILLS);
                given = slot;
            }
        }
        if (given >= 0) {
            TABLE.set(given, record);
        }
    }

    private static final class OfThread extends ThreadLocal<ThreadRecord> {
        @Override
        protected ThreadRecord initialValue() {
            ThreadRecord record = new ThreadRecord(Thread.currentThread());
            list(record);
            return record;
        }
    }
}
