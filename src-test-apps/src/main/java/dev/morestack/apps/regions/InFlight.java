package dev.morestack.apps.regions;

import dev.morestack.apps.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many threads that each make one native call which needs a big stack for a moment. Arguments: the
 * number of threads, {@code PLATFORM} or {@code VIRTUAL}, bytes of stack of a call, microseconds of
 * a call.
 */
public final class InFlight {

    private InFlight() {}

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        boolean isVirtual = args[1].equals("VIRTUAL");
        long bytes = Long.parseLong(args[2]);
        int micros = Integer.parseInt(args[3]);
        // Everything that a call needs has been loaded and touched before.
        Stacks.work(bytes, 1);
        AtomicLong sum = new AtomicLong();
        AtomicInteger failed = new AtomicInteger();
        CountDownLatch ready = new CountDownLatch(count);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch called = new CountDownLatch(count);
        CountDownLatch end = new CountDownLatch(1);
        Thread[] threads = new Thread[count];
        for (int i = 0; i < count; i++) {
            Runnable task =
                    () -> {
                        ready.countDown();
                        await(go);
                        try {
                            sum.addAndGet(Stacks.work(bytes, micros));
                        } catch (StackOverflowError e) {
                            failed.incrementAndGet();
                        }
                        called.countDown();
                        // Still there, while memory is measured.
                        await(end);
                    };
            threads[i] = isVirtual ? Thread.ofVirtual().unstarted(task) : new Thread(task);
            threads[i].start();
        }
        ready.await();
        long before = resident();
        go.countDown();
        long most = 0;
        while (called.getCount() > 0) {
            most = Math.max(most, resident());
            Thread.sleep(20);
        }
        most = Math.max(most, resident());
        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        Result.print("sum", sum.get());
        Result.print("failed", failed.get());
        Result.print("grown-kib", most - before);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the KiB of memory that the process has in use, as Linux counts them. */
    private static long resident() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("no VmRSS");
    }
}
