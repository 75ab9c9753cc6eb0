package dev.morestack.benchmarks.server;

/**
 * How the request that recurses without an end ended.
 *
 * @param end the simple name of the error it ended with
 * @param nanos from its first frame to the handler at its base
 * @param down nanos of these on the way down, to within the last 65,536 frames
 * @param frames how deep it came
 * @param collectorMillis what the collectors say they took meanwhile, pauses or not
 */
record Runaway(String end, long nanos, long down, long frames, long collectorMillis) {

    static Runaway parse(String text) {
        String[] words = text.split(" ");
        return new Runaway(
                words[0],
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                Long.parseLong(words[3]),
                Long.parseLong(words[4]));
    }

    double seconds() {
        return nanos / 1e9;
    }
}
