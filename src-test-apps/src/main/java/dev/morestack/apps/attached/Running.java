package dev.morestack.apps.attached;

import dev.morestack.apps.Result;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.SynchronousQueue;

/**
 * Starts threads, prints {@code ready}, and recurses on each of them at every line of its input
 * that says {@code go}. Arguments: the depth.
 */
public final class Running {

    private static int depth;

    private Running() {}

    public static void main(String[] args) throws Exception {
        depth = Integer.parseInt(args[0]);
        ExecutorService fixed = Executors.newFixedThreadPool(1);
        ExecutorService scheduled = Executors.newScheduledThreadPool(1);
        ForkJoinPool forkJoin = new ForkJoinPool(1);
        SynchronousQueue<Runnable> waiting = new SynchronousQueue<>();
        Thread platform = Thread.ofPlatform().daemon().start(() -> serve(waiting));
        SynchronousQueue<Runnable> parked = new SynchronousQueue<>();
        Thread virtual = Thread.ofVirtual().start(() -> serve(parked));
        for (ExecutorService pool : new ExecutorService[] {fixed, scheduled, forkJoin}) {
            pool.submit(() -> sum(100)).get();
        }
        // Compiled before the agent comes.
        for (int i = 0; i < 20_000; i++) {
            sum(100);
        }
        System.out.println("ready");
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while ("go".equals(in.readLine())) {
            recurse("main");
            inPool("fixed", fixed);
            inPool("scheduled", scheduled);
            inPool("fork-join", forkJoin);
            handOver("platform-thread", waiting);
            handOver("virtual-thread", parked);
            join(new Thread(() -> recurse("new-thread")));
            join(Thread.ofVirtual().unstarted(() -> recurse("new-virtual-thread")));
            join(new Late());
            System.out.println("done");
        }
        Result.print("alive", platform.isAlive() && virtual.isAlive());
        fixed.shutdown();
        scheduled.shutdown();
        forkJoin.shutdown();
    }

    private static void serve(SynchronousQueue<Runnable> tasks) {
        try {
            while (true) {
                tasks.take().run();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The worker takes its first task by the code that it had been waiting in. */
    private static void inPool(String name, ExecutorService pool) throws Exception {
        pool.submit(() -> sum(100)).get();
        pool.submit(() -> recurse(name)).get();
    }

    private static void handOver(String name, SynchronousQueue<Runnable> thread)
            throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        thread.put(
                () -> {
                    recurse(name);
                    done.countDown();
                });
        done.await();
    }

    private static void join(Thread thread) throws InterruptedException {
        thread.start();
        thread.join();
    }

    private static void recurse(String name) {
        try {
            Result.print(name, sum(depth));
        } catch (StackOverflowError e) {
            Result.print(name, "overflow");
        }
    }

    private static long sum(int n) {
        return n == 0 ? 0 : n + sum(n - 1);
    }

    /** A class that is loaded when the agent is there. */
    private static final class Late extends Thread {
        @Override
        public void run() {
            recurse("subclass");
        }
    }
}
