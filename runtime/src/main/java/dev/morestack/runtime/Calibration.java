package dev.morestack.runtime;

import java.util.Arrays;

/**
 * What cannot be seen of the program's own spills: what it costs to return through frozen frames,
 * and what a spill of a virtual thread costs without its scheduler. Measured with a small recursion
 * on a thread of its own, on the running JVM; an estimate for the program's frames.
 *
 * @param timerNanos ns of reading the clock, which is part of each time
 * @param switchPicos ps a byte to freeze frames, into a new segment, and to resume
 * @param thawPicos ps a byte to return through frozen frames, over returning without
 * @param frames frames that the recursion returned through
 */
public record Calibration(long timerNanos, long switchPicos, long thawPicos, long frames) {

    static Calibration measure() throws InterruptedException {
        Measurement measurement = new Measurement();
        Thread thread = new Thread(null, measurement, "morestack-calibration", 1 << 20, false);
        thread.setDaemon(true);
        thread.start();
        thread.join();
        return measurement.result;
    }

    /** Runs first outside a root, then inside. */
    private static final class Measurement implements Runnable {

        private static final int ROUNDS = 60;

        /** Of some 50 to 100 bytes each: a segment of more than the 500 words thawed at once. */
        private static final int FRAMES_EACH = 128;

        private static final int FRAMES = FRAMES_EACH * 16;

        private final long[] plain = new long[ROUNDS];
        private final long[] through = new long[ROUNDS];
        private final long[] switches = new long[ROUNDS];
        private boolean inside;
        private Root root;
        private long bytes;
        private long nanos;
        private long bottom;
        private Calibration result;

        @Override
        public void run() {
            if (!inside) {
                inside = true;
                Root.run(this, false, false);
                return;
            }
            Thread thread = Thread.currentThread();
            Morestack.setAccount(thread, SlowPath.HELD);
            root =
                    (Root)
                            jdk.internal.access.SharedSecrets.getJavaLangAccess()
                                    .getContinuation(thread);
            for (int round = 0; round < ROUNDS; round++) {
                descend(FRAMES, 0);
                plain[round] = System.nanoTime() - bottom;
                bytes = 0;
                nanos = 0;
                descend(FRAMES, FRAMES_EACH);
                through[round] = System.nanoTime() - bottom;
                switches[round] = nanos;
            }
            long more = Math.max(0, median(through) - median(plain));
            long thaw = bytes == 0 ? 0 : more * 1000 / bytes;
            long switching = bytes == 0 ? 0 : median(switches) * 1000 / bytes;
            result = new Calibration(timerNanos(), switching, thaw, (long) FRAMES * ROUNDS);
        }

        private long descend(int frames, int each) {
            if (each > 0 && frames % each == 0 && frames < FRAMES) {
                spill();
            }
            if (frames == 0) {
                bottom = System.nanoTime();
                return 1;
            }
            return frames + descend(frames - 1, each);
        }

        private void spill() {
            long used = used();
            long start = System.nanoTime();
            if (root.spill()) {
                nanos += System.nanoTime() - start;
                bytes += used - used();
            }
        }

        private long used() {
            return root.used();
        }

        private static long timerNanos() {
            long[] differences = new long[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                differences[i] = System.nanoTime() - start;
            }
            return median(differences);
        }

        /** Of the second half: until then the compilers are at work. */
        private static long median(long[] values) {
            long[] late = Arrays.copyOfRange(values, values.length / 2, values.length);
            Arrays.sort(late);
            return late[late.length / 2];
        }
    }
}
