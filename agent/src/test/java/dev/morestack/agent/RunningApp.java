package dev.morestack.agent;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** A process that has been started: it can be watched, told a line, and waited for. */
final class RunningApp implements AutoCloseable {

    /** Where a JVM that crashes leaves its report, in the process's folder. */
    static final String ERROR_FILE = "hs_err.txt";

    private static final int MOST_OF_REPORT = 6_000;

    private final String command;
    private final Path folder;
    private final Duration limit;
    private final Path out;
    private final Path err;
    private final long start = System.nanoTime();
    private final Process process;

    RunningApp(ProcessBuilder builder, String command, Path folder, Duration limit)
            throws IOException {
        this.command = command;
        this.folder = folder;
        this.limit = limit;
        out = folder.resolve("stdout.txt");
        err = folder.resolve("stderr.txt");
        File outFile = out.toFile();
        process = builder.redirectOutput(outFile).redirectError(err.toFile()).start();
    }

    long pid() {
        return process.pid();
    }

    /** Returns what the process has printed to stderr so far. */
    String stderr() {
        return read(err);
    }

    /** Waits until the process has printed a line to stdout that begins so, and returns it. */
    String await(String beginning) {
        while (true) {
            boolean mayPrintMore = process.isAlive();
            for (String line : read(out).lines().toList()) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
            Duration left = left();
            if (!mayPrintMore || left.isNegative()) {
                Outcome outcome = end();
                Assertions.fail(outcome.describe("did not print '" + beginning + "'"));
            }
            pause();
        }
    }

    /** Writes a line to the process's stdin. */
    RunningApp tell(String line) {
        try {
            OutputStream in = process.getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            Outcome outcome = end();
            Assertions.fail(outcome.describe("cannot be told '" + line + "': " + e));
        }
        return this;
    }

    /** Waits for the end, which must come in time, by itself and without a crash. */
    Outcome end() {
        try {
            long millis = Math.max(0, left().toMillis());
            boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
            if (!ended) {
                stop();
            }
            int exitCode = process.waitFor();
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            Outcome outcome = new Outcome(command, exitCode, read(out), read(err), duration);
            if (!ended) {
                Assertions.fail(outcome.describe("did not end within " + limit));
            }
            if (Files.exists(folder.resolve(ERROR_FILE))) {
                String report = read(folder.resolve(ERROR_FILE));
                String head = report.substring(0, Math.min(report.length(), MOST_OF_REPORT));
                Assertions.fail(outcome.describe("crashed the JVM:\n" + head));
            }
            return outcome;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills what is still running, and removes its folder. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Folders.delete(folder);
    }

    /** Lets the JVM print what its threads do before it is killed. */
    private void stop() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start().waitFor();
        process.waitFor(3, TimeUnit.SECONDS);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Duration left() {
        return limit.minusNanos(System.nanoTime() - start);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
