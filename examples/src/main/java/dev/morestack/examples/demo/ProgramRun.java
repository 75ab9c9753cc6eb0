package dev.morestack.examples.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What came of running a program in a JVM of its own.
 *
 * @param exitCode its exit code; -1 when it was ended at the time limit
 * @param out what it wrote to standard output, without the last line break
 * @param errors what it wrote to standard error
 * @param time from the start of the process to its end
 */
public record ProgramRun(int exitCode, String out, String errors, Duration time) {

    private static final int ENDED = -1;

    /** Runs a process until it ends or the time is up. */
    public static ProgramRun of(ProcessBuilder builder, Duration limit)
            throws IOException, InterruptedException {
        // Files, for a process that fills an unread pipe stands still.
        Path out = Files.createTempFile("morestack-demo", ".out");
        Path errors = Files.createTempFile("morestack-demo", ".err");
        try {
            long start = System.nanoTime();
            Process process =
                    builder.redirectOutput(out.toFile()).redirectError(errors.toFile()).start();
            int exitCode = exitCode(process, limit);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            return new ProgramRun(
                    exitCode, Files.readString(out).strip(), Files.readString(errors), time);
        } finally {
            Files.delete(out);
            Files.delete(errors);
        }
    }

    private static int exitCode(Process process, Duration limit) throws InterruptedException {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    ? process.exitValue()
                    : ENDED;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Returns in a few words how the program ended. */
    String outcome() {
        if (exitCode == 0) {
            return out;
        }
        if (exitCode == ENDED) {
            return "no end in sight";
        }
        // Not only as an uncaught exception: javac reports it in words and gives up.
        return errors.contains("java.lang.StackOverflowError")
                ? "StackOverflowError"
                : "exit code " + exitCode;
    }
}
