package dev.morestack.benchmarks.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at fixed times, on some connections in turn, until it is stopped. A latency is counted
 * from the time at which the request was due: a server that stops for a second delays all that were
 * due in that second, not one on each connection.
 */
final class Load {

    static final int CONNECTIONS = 8;
    static final int REQUESTS_PER_SECOND = 400;

    private static final long GAP = 1_000_000_000L / REQUESTS_PER_SECOND;

    /**
     * An answer, or the lack of one.
     *
     * @param due when the request was due, in ns since the load began
     * @param nanos from then to the answer
     * @param isGood whether the answer was the right one
     */
    record Answer(long due, long nanos, boolean isGood) {}

    private final int port;
    private final String expected = Server.work();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final long start = System.nanoTime();
    private volatile boolean stopped;

    Load(int port) {
        this.port = port;
        for (int i = 0; i < CONNECTIONS; i++) {
            int first = i;
            Thread thread = new Thread(() -> ask(first), "load-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    /** Returns the ns since the load began. */
    long now() {
        return System.nanoTime() - start;
    }

    private void ask(int first) {
        List<Answer> own = new ArrayList<>();
        Connection connection = null;
        for (long due = first * GAP; !stopped; due += CONNECTIONS * GAP) {
            for (long wait = due - now(); wait > 0; wait = due - now()) {
                LockSupport.parkNanos(wait);
            }
            boolean isGood = false;
            try {
                connection = connection == null ? new Connection(port) : connection;
                isGood = connection.get("/work", 200).equals(expected);
            } catch (IOException e) {
                System.err.println("lost: " + e);
                connection = null;
            }
            own.add(new Answer(due, now() - due, isGood));
        }
        synchronized (answers) {
            answers.addAll(own);
        }
    }

    /** Ends the load and returns all answers, in the order in which the requests were due. */
    List<Answer> stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
        synchronized (answers) {
            return answers.stream()
                    .sorted((one, other) -> Long.compare(one.due(), other.due()))
                    .toList();
        }
    }
}
