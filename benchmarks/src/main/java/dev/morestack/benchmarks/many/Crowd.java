package dev.morestack.benchmarks.many;

import java.util.List;

/**
 * Threads that wait at the same time.
 *
 * @param threads how many
 * @param frames how deep each of them waits
 */
record Crowd(int threads, int frames) {

    static final List<Crowd> ALL =
            List.of(new Crowd(1_000_000, 1), new Crowd(100_000, 1_000), new Crowd(10_000, 20_000));

    Crowd scaled(int percent) {
        return new Crowd(Math.max(1, threads / 100 * percent), frames);
    }

    long allFrames() {
        return (long) threads * frames;
    }
}
