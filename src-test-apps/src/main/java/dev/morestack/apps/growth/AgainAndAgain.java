package dev.morestack.apps.growth;

import dev.morestack.apps.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * Threads that go deep again and again. Arguments: how many threads, frames, rounds; whether they
 * are to rest in between, long enough to go home from a big carrier; and, if it is not to be the
 * usual one, the size of their stacks in bytes.
 */
public final class AgainAndAgain {

    private static long wrong;
    private static long refused;

    private AgainAndAgain() {}

    public static void main(String[] args) throws Exception {
        int frames = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        boolean rests = Boolean.parseBoolean(args[3]);
        long size = args.length > 4 ? Long.parseLong(args[4]) : 0;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            threads.add(new Thread(null, () -> work(frames, rounds, rests), "again-" + i, size));
        }
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Result.print("wrong", wrong);
        Result.print("refused", refused);
    }

    private static void work(int frames, int rounds, boolean rests) {
        for (int round = 0; round < rounds; round++) {
            try {
                if (descend(frames, round) != frames + round) {
                    note(1, 0);
                }
            } catch (StackOverflowError e) {
                note(0, 1);
            }
            if (rests) {
                rest();
            }
        }
    }

    private static synchronized void note(int moreWrong, int moreRefused) {
        wrong += moreWrong;
        refused += moreRefused;
    }

    private static int descend(int frames, int bottom) {
        return frames == 0 ? bottom : 1 + descend(frames - 1, bottom);
    }

    /** Calls something for a while. */
    private static void rest() {
        long start = System.nanoTime();
        while (System.nanoTime() - start < 20_000_000) {
            if (descend(20, 0) != 20) {
                note(1, 0);
            }
        }
    }
}
