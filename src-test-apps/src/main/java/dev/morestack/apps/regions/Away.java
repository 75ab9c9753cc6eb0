package dev.morestack.apps.regions;

import dev.morestack.Region;
import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What others do to a thread, and what it does itself, while it is on another stack than its own.
 * Arguments: a {@link Starter}, how often, a {@link Place}. With the system property {@code
 * monitors}, a monitor is held while the thread moves there and back.
 */
public final class Away {

    private static final boolean MONITORS = Boolean.getBoolean("monitors");
    private static final long BYTES = 4 << 20;
    private static final ThreadLocal<String> LOCAL = new ThreadLocal<>();

    private final Object monitor = new Object();
    private final ReentrantLock lock = new ReentrantLock();
    private final Thread self = Thread.currentThread();
    private volatile boolean isThere;
    private int wakeUps;
    private int interrupts;
    private int invented;
    private int lost;

    private final Place place;

    private Away(Place place) {
        this.place = place;
    }

    public static void main(String[] args) throws Exception {
        int times = Integer.parseInt(args[1]);
        Place place = Place.valueOf(args[2]);
        Starter.valueOf(args[0]).run(() -> new Away(place).all(times));
    }

    private void all(int times) {
        LOCAL.set("bottom");
        for (int i = 0; i < times; i++) {
            interrupted(i % 4);
            unparked();
            notified();
        }
        Result.print("interrupts", interrupts);
        Result.print("invented", invented);
        Result.print("lost", lost);
        Result.print("wake-ups", wakeUps);
        crossing(times);
        joined();
        identity();
        nested();
        thrown();
        Result.print("interrupted-at-the-end", Thread.interrupted());
    }

    /** Someone interrupts while the thread waits away from home, or before, or afterwards. */
    private void interrupted(int how) {
        isThere = false;
        Thread other = new Thread(() -> whenThere(self::interrupt));
        if (how == 3) {
            self.interrupt();
        } else {
            other.start();
        }
        place.run(
                () -> {
                    isThere = true;
                    try {
                        if (how == 0) {
                            Thread.sleep(60_000);
                        } else if (how == 1) {
                            synchronized (monitor) {
                                monitor.wait(60_000);
                            }
                        } else {
                            new CountDownLatch(1).await();
                        }
                        lost++;
                    } catch (InterruptedException e) {
                        interrupts++;
                    }
                    // The exception has cleared the status, for everyone who asks.
                    check(!self.isInterrupted() && !Thread.interrupted());
                    sleep();
                    // Set here, to be seen at home.
                    self.interrupt();
                });
        check(self.isInterrupted());
        check(Thread.interrupted());
        check(!Thread.interrupted());
        sleep();
        join(other);
    }

    /** Fails if an interrupt is still pending that has been delivered. */
    private void sleep() {
        try {
            Thread.sleep(0, 1);
        } catch (InterruptedException e) {
            invented++;
        }
    }

    private void check(boolean holds) {
        if (!holds) {
            invented++;
        }
    }

    private void unparked() {
        isThere = false;
        boolean[] told = new boolean[1];
        Thread other =
                new Thread(
                        () ->
                                whenThere(
                                        () -> {
                                            synchronized (told) {
                                                told[0] = true;
                                            }
                                            LockSupport.unpark(self);
                                        }));
        other.start();
        place.run(
                () -> {
                    isThere = true;
                    while (true) {
                        synchronized (told) {
                            if (told[0]) {
                                break;
                            }
                        }
                        LockSupport.park(this);
                    }
                    wakeUps++;
                });
        join(other);
    }

    private void notified() {
        isThere = false;
        Thread other =
                new Thread(
                        () ->
                                whenThere(
                                        () -> {
                                            synchronized (monitor) {
                                                monitor.notify();
                                            }
                                        }));
        lock.lock();
        if (MONITORS) {
            synchronized (monitor) {
                place.run(() -> awaitNotifier(other));
            }
        } else {
            place.run(
                    () -> {
                        synchronized (monitor) {
                            awaitNotifier(other);
                        }
                    });
        }
        lock.unlock();
        check(!Thread.holdsLock(monitor));
        join(other);
    }

    /** Waits for what the other does when it has the monitor. */
    private void awaitNotifier(Thread other) {
        check(Thread.holdsLock(monitor) && lock.isHeldByCurrentThread());
        other.start();
        try {
            isThere = true;
            monitor.wait();
            wakeUps++;
        } catch (InterruptedException e) {
            invented++;
        }
        check(Thread.holdsLock(monitor));
    }

    /** Wake-ups arrive while the thread moves there and back: none may get lost on the way. */
    private void crossing(int times) {
        int[] handed = new int[1];
        int rounds = times * 20;
        Thread other =
                new Thread(
                        () -> {
                            for (int i = 0; i < rounds; i++) {
                                synchronized (handed) {
                                    handed[0]++;
                                }
                                LockSupport.unpark(self);
                                if (i % 3 == 0) {
                                    Thread.yield();
                                }
                            }
                        });
        other.start();
        int seen = 0;
        while (seen < rounds) {
            place.run(Thread::yield);
            synchronized (handed) {
                if (handed[0] == rounds) {
                    break;
                }
                if (handed[0] > seen) {
                    seen = handed[0];
                    continue;
                }
            }
            LockSupport.park(this);
        }
        join(other);
        Result.print("crossed", true);
    }

    private void joined() {
        Thread child = new Thread(() -> place.run(() -> LockSupport.parkNanos(20_000_000)));
        child.start();
        place.run(() -> join(child));
        Result.print("joined", child.getState());
    }

    private void identity() {
        place.run(
                () -> {
                    Result.print("same", Thread.currentThread() == self);
                    Result.print("local", LOCAL.get());
                    LOCAL.set("top");
                    Result.print("state", self.getState());
                    Result.print("alive", self.isAlive());
                    String trace = Arrays.toString(new Throwable().getStackTrace());
                    Result.print("whole", trace.contains("Away.identity"));
                    Result.print("ours", trace.contains("morestack.runtime"));
                    Result.print("seen", seenByAnother());
                });
        Result.print("local", LOCAL.get());
    }

    /** Tells whether another thread sees where this one is. */
    private boolean seenByAnother() {
        boolean[] seen = new boolean[1];
        Thread other =
                new Thread(
                        () -> {
                            // This thread waits for that one, or is about to.
                            for (int i = 0; i < 1_000 && !seen[0]; i++) {
                                String trace = Arrays.toString(self.getStackTrace());
                                seen[0] = trace.contains("Away.join") && trace.contains("Away.all");
                                LockSupport.parkNanos(1_000_000);
                            }
                        });
        other.start();
        join(other);
        return seen[0];
    }

    private void nested() {
        int[] depth = new int[1];
        place.run(
                () ->
                        Region.run(
                                16 * BYTES,
                                () -> Region.run(2 * BYTES, () -> depth[0] = plain(10_000))));
        Result.print("nested", depth[0]);
    }

    private static int plain(int n) {
        return n == 0 ? 0 : 1 + plain(n - 1);
    }

    private void thrown() {
        try {
            Region.call(
                    BYTES,
                    () -> {
                        synchronized (monitor) {
                            throw new java.io.IOException("out of the region");
                        }
                    });
        } catch (Exception e) {
            Result.print("thrown", e.getMessage());
        }
        Result.print("held", Thread.holdsLock(monitor));
    }

    private void whenThere(Runnable task) {
        while (!isThere) {
            Thread.onSpinWait();
        }
        task.run();
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
