package dev.morestack.benchmarks;

import dev.morestack.benchmarks.woven.DeepFrames;
import java.util.Locale;

/**
 * Runs every small program woven and plain, and prints what each returns; then, how many times as
 * long the woven {@code fib} takes.
 */
final class EveryMicroProgram {

    private static final int TOO_DEEP = 1_000_000;
    private static final int ROUNDS = 40;

    private EveryMicroProgram() {}

    public static void main(String[] arguments) {
        // First the plain one, before the woven one moves this thread to a big carrier.
        Work deep = new DeepFrames();
        System.out.println("plain " + outcome(PlainCopies.of(deep, Work.class)));
        System.out.println("woven " + outcome(deep));
        for (MicroProgram program : MicroProgram.values()) {
            Work woven = program.woven();
            Work plain = program.plain(woven);
            System.out.println(
                    program + " " + woven.run(program.size) + " " + plain.run(program.size));
        }
        System.out.printf(Locale.ROOT, "ratio %.3f%n", ratio(MicroProgram.FIB));
    }

    private static String outcome(Work work) {
        try {
            return work.run(TOO_DEEP) + " frames";
        } catch (StackOverflowError e) {
            return "StackOverflowError";
        }
    }

    /** Compares the least of many short rounds in turn: what else runs can only add to them. */
    private static double ratio(MicroProgram program) {
        Work woven = program.woven();
        Work plain = program.plain(woven);
        long leastWoven = Long.MAX_VALUE;
        long leastPlain = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            leastWoven = Math.min(leastWoven, nanos(woven, program.size));
            leastPlain = Math.min(leastPlain, nanos(plain, program.size));
        }
        return (double) leastWoven / leastPlain;
    }

    private static long nanos(Work work, int size) {
        long start = System.nanoTime();
        if (work.run(size) == 0) {
            throw new IllegalStateException("no result");
        }
        return System.nanoTime() - start;
    }
}
