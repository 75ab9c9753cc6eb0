/*
 * EXAMPLE 07: stress mode, to test that a program does not notice
 *
 * A program that is seldom deep seldom spills, so its tests say little about how it gets on with
 * Morestack. "stress=N" makes every Nth check spill wherever that is legal, however shallow the
 * stack is. Run your own tests that way: they must pass as without. This program inspects itself
 * while its frames move to the heap and back thousands of times.
 *
 * $ ./morestack run --stress=10 --report=stderr -- -cp examples/target/classes dev.morestack.examples.Example07Stress
 * morestack 0.1.0: stacks grow, up to 512m a thread; stress: every 10 checks
 * 51000 finally blocks ran
 * 0 surprises
 * morestack report
 * spills                                      5100
 * ...
 */
package dev.morestack.examples;

import java.util.concurrent.locks.ReentrantLock;

/** Looks from every frame of a shallow recursion whether thread, locks and locals are as before. */
public final class Example07Stress {

    private static final int DEPTH = 50;
    private static final int ROUNDS = 1_000;

    private final Thread thread = Thread.currentThread();
    private final ThreadLocal<String> local = ThreadLocal.withInitial(() -> "mine");
    private final ReentrantLock lock = new ReentrantLock();
    private int finallyBlocks;
    private int surprises;

    private Example07Stress() {}

    public static void main(String[] arguments) {
        Example07Stress program = new Example07Stress();
        for (int round = 0; round < ROUNDS; round++) {
            program.descend(DEPTH);
        }
        System.out.println(program.finallyBlocks + " finally blocks ran");
        System.out.println(program.surprises + " surprises");
    }

    private synchronized void descend(int frames) {
        lock.lock();
        try {
            if (frames > 0) {
                descend(frames - 1);
            }
            expect(Thread.currentThread() == thread);
            expect(Thread.holdsLock(this));
            expect(lock.getHoldCount() == DEPTH - frames + 1);
            expect(local.get().equals("mine"));
        } finally {
            finallyBlocks++;
            lock.unlock();
        }
    }

    private void expect(boolean asEver) {
        if (!asEver) {
            surprises++;
        }
    }
}
