package dev.morestack.apps.regions;

import dev.morestack.BigStack;
import dev.morestack.apps.Result;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that enter regions at many depths, where there is room and where there is not, and wait
 * in between, so that virtual ones change their carriers. Arguments: {@code PLATFORM} or {@code
 * VIRTUAL}, the number of threads, rounds of each.
 */
public final class UpAndDown {

    private static final int BYTES = 480_000;
    private static final int DEEPEST = 4_000;

    private final SplittableRandom random;
    private long entered;
    private long taken;

    private UpAndDown(long seed) {
        random = new SplittableRandom(seed);
    }

    public static void main(String[] args) throws Exception {
        boolean isVirtual = args[0].equals("VIRTUAL");
        int rounds = Integer.parseInt(args[2]);
        AtomicLong entered = new AtomicLong();
        AtomicLong taken = new AtomicLong();
        Thread[] threads = new Thread[Integer.parseInt(args[1])];
        for (int i = 0; i < threads.length; i++) {
            UpAndDown self = new UpAndDown(i);
            Runnable task =
                    () -> {
                        for (int round = 0; round < rounds; round++) {
                            self.descend(self.random.nextInt(DEEPEST));
                        }
                        entered.addAndGet(self.entered);
                        taken.addAndGet(self.taken);
                    };
            threads[i] = isVirtual ? Thread.ofVirtual().unstarted(task) : new Thread(task);
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Result.print("entered", entered.get());
        Result.print("right", taken.get() == BYTES * entered.get());
    }

    private int descend(int left) {
        if (left == 0 || random.nextInt(500) == 0) {
            for (int calls = random.nextInt(4); calls >= 0; calls--) {
                entered++;
                taken += inside();
                pause();
            }
        }
        return left == 0 ? 1 : 1 + descend(left - 1);
    }

    private void pause() {
        int kind = random.nextInt(8);
        if (kind == 0) {
            LockSupport.parkNanos(1_000);
        } else if (kind == 1) {
            Thread.yield();
        }
    }

    @BigStack("500k")
    private static long inside() {
        return Stacks.takePlain(BYTES);
    }
}
