package dev.morestack.benchmarks.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.morestack.benchmarks.woven.DeepFrames;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The server that is measured. Argument: {@code platform} or {@code virtual}, the threads that
 * handle requests. It prints its port, and ends when its input does.
 *
 * <p>As servers do, it answers a request that fails with the status 500 and goes on.
 */
public final class Server {

    static final int THREADS = 8;
    static final int FRAMES = 500;

    private static final int GOOD = 200;
    private static final int FAILED = 500;

    /** Frames between two looks at the clock, a power of two. */
    private static final long STRIDE = 1 << 16;

    private static long deepest;
    private static long deepestAt;

    private Server() {}

    public static void main(String[] arguments) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
        server.setExecutor(workers(arguments[0]));
        server.createContext("/work", exchange -> answer(exchange, GOOD, work()));
        server.createContext("/runaway", exchange -> answer(exchange, FAILED, runAway(false)));
        server.createContext("/greedy", exchange -> answer(exchange, FAILED, runAway(true)));
        server.start();
        System.out.println(server.getAddress().getPort());
        int unused = System.in.read();
        System.exit(0);
    }

    private static ExecutorService workers(String kind) {
        return switch (kind) {
            case "platform" -> Executors.newFixedThreadPool(THREADS);
            case "virtual" -> Executors.newVirtualThreadPerTaskExecutor();
            default -> throw new IllegalArgumentException(kind + " are no threads");
        };
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Returns what every answer to the load has to be. */
    static String work() {
        return Long.toString(new DeepFrames().run(FRAMES));
    }

    /** Returns what {@link Runaway} reads. */
    private static String runAway(boolean isGreedy) {
        long collected = collectorMillis();
        long start = System.nanoTime();
        deepestAt = start;
        String end;
        try {
            end = "end-" + (isGreedy ? descendGreedily(0) : descend(0));
        } catch (StackOverflowError e) {
            end = e.getClass().getSimpleName();
        }
        long nanos = System.nanoTime() - start;
        long down = deepestAt - start;
        long collecting = collectorMillis() - collected;
        return end + " " + nanos + " " + down + " " + deepest + " " + collecting;
    }

    private static long descend(long frame) {
        note(frame);
        return frame == Long.MAX_VALUE ? 0 : 1 + descend(frame + 1);
    }

    /** Each frame holds an object of 24 bytes. */
    private static long descendGreedily(long frame) {
        note(frame);
        long[] held = {frame};
        return frame == Long.MAX_VALUE ? 0 : held[0] + descendGreedily(frame + held.length);
    }

    private static void note(long frame) {
        deepest = frame;
        if (frame % STRIDE == 0) {
            deepestAt = System.nanoTime();
        }
    }

    private static long collectorMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
