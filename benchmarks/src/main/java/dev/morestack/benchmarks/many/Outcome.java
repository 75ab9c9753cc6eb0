package dev.morestack.benchmarks.many;

/**
 * What one run came to.
 *
 * @param failed threads that ended with a {@link StackOverflowError}
 * @param heap bytes in use after a full collection while all threads wait, above those before
 * @param down ns until all threads wait
 * @param up ns from then until all have ended
 */
record Outcome(int failed, long heap, long down, long up) {

    static Outcome parse(String text) {
        String[] words = text.split(" ");
        return new Outcome(
                Integer.parseInt(words[0]),
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                Long.parseLong(words[3]));
    }
}
