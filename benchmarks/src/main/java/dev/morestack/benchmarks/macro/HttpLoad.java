package dev.morestack.benchmarks.macro;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The JDK's HTTP server answers four clients with small documents; both ends in this JVM. */
final class HttpLoad implements Workload {

    private static final int CLIENTS = 4;
    private static final int REQUESTS = 250;

    private final Gson gson = new Gson();
    private final List<Order> orders = Order.some(10);
    private final ExecutorService workers;
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final HttpServer server;
    private final URL address;

    /** Starts the server with an executor that it closes. */
    HttpLoad(ExecutorService workers) throws IOException {
        this.workers = workers;
        InetAddress here = InetAddress.getLoopbackAddress();
        server = HttpServer.create(new InetSocketAddress(here, 0), 0);
        server.setExecutor(workers);
        server.createContext("/orders", this::answer);
        server.start();
        int port = server.getAddress().getPort();
        address = URI.create("http://" + here.getHostAddress() + ":" + port + "/orders").toURL();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = gson.toJson(orders).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public long run() throws InterruptedException, ExecutionException {
        List<Future<Long>> answers = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            answers.add(clients.submit(this::ask));
        }
        long bytes = 0;
        for (Future<Long> answer : answers) {
            bytes += answer.get();
        }
        return bytes;
    }

    private long ask() throws IOException {
        long bytes = 0;
        for (int request = 0; request < REQUESTS; request++) {
            // Read to its end, so that the connection is kept.
            try (InputStream in = address.openStream()) {
                bytes += in.readAllBytes().length;
            }
        }
        return bytes;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdown();
        clients.shutdown();
    }
}
