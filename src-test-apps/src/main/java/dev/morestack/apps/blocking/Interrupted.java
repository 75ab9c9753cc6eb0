package dev.morestack.apps.blocking;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Interrupts a thread again and again while it goes down and comes up, and while it blocks deep.
 * Each interrupt is sent when the one before has been seen, so all can be counted.
 *
 * <p>Arguments: a {@link Starter}, the depth, the interrupts of each kind.
 */
public final class Interrupted {

    private static final AtomicInteger SENT = new AtomicInteger();
    private static final AtomicInteger SEEN = new AtomicInteger();
    private static final AtomicInteger INVENTED = new AtomicInteger();

    private static volatile int goal;
    private static int depth;

    private Interrupted() {}

    public static void main(String[] args) throws Exception {
        depth = Integer.parseInt(args[1]);
        goal = Integer.parseInt(args[2]);
        Starter.valueOf(args[0]).run(Interrupted::start);
        Result.print("sent", SENT);
        Result.print("seen", SEEN);
        Result.print("invented", INVENTED);
    }

    private static void start() {
        Thread self = Thread.currentThread();
        Thread sender = new Thread(() -> send(self), "sender");
        sender.setDaemon(true);
        sender.start();
        while (SEEN.get() < goal) {
            descend(depth);
        }
        Result.print("moving", SEEN);
        for (Blocker blocker : Blocker.values()) {
            goal = SEEN.get() + 5;
            Result.print(blocker.name(), block(depth, blocker));
        }
    }

    private static void send(Thread target) {
        while (true) {
            if (SEEN.get() + INVENTED.get() >= SENT.get() && SENT.get() < goal) {
                SENT.incrementAndGet();
                target.interrupt();
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private static int descend(int n) {
        look();
        int below = n == 0 ? 0 : descend(n - 1);
        look();
        return below + 1;
    }

    private static void look() {
        if (Thread.interrupted()) {
            note();
        }
    }

    private static void note() {
        if (SEEN.get() < SENT.get()) {
            SEEN.incrementAndGet();
        } else {
            INVENTED.incrementAndGet();
        }
    }

    private static String block(int n, Blocker blocker) {
        if (n > 0) {
            String result = block(n - 1, blocker);
            return n % 2 == 0 ? result : result.concat("");
        }
        try {
            while (SEEN.get() < goal) {
                blocker.block();
                if (Thread.currentThread().isInterrupted()) {
                    return "flag still set";
                }
                note();
            }
            return "all seen";
        } catch (InterruptedException e) {
            return e.toString();
        }
    }

    /** Each returns when interrupted, with the flag cleared. */
    private enum Blocker {
        SLEEP {
            @Override
            void block() throws InterruptedException {
                try {
                    Thread.sleep(60_000);
                    throw new InterruptedException("slept to the end");
                } catch (InterruptedException e) {
                    expectNoMessage(e, "sleep interrupted");
                }
            }
        },
        WAIT {
            @Override
            void block() throws InterruptedException {
                Object lock = new Object();
                synchronized (lock) {
                    try {
                        lock.wait(60_000);
                        throw new InterruptedException("waited to the end");
                    } catch (InterruptedException e) {
                        expectNoMessage(e, null);
                        if (!Thread.holdsLock(lock)) {
                            throw new IllegalStateException("the lock was not taken back", e);
                        }
                    }
                }
            }
        },
        PARK {
            @Override
            void block() {
                while (!Thread.interrupted()) {
                    LockSupport.park();
                }
            }
        },
        QUEUE {
            @Override
            void block() throws InterruptedException {
                BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
                try {
                    queue.take();
                    throw new InterruptedException("took what nobody gave");
                } catch (InterruptedException e) {
                    expectNoMessage(e, null);
                }
            }
        };

        abstract void block() throws InterruptedException;

        private static void expectNoMessage(InterruptedException e, String usual)
                throws InterruptedException {
            if (e.getMessage() != null && !e.getMessage().equals(usual)) {
                throw e;
            }
        }
    }
}
