package dev.morestack.agent;

import dev.morestack.agent.report.ReportKind;
import dev.morestack.agent.report.Snapshots;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes what has been measured to where the user wants it. */
final class Report implements Runnable {

    private final String target;
    private final Snapshots snapshots;

    private Report(String target, Snapshots snapshots) {
        this.target = target;
        this.snapshots = snapshots;
    }

    /**
     * Sees to it that the report is written at exit.
     *
     * @param target {@code stderr} or a path
     */
    static void atExit(String target, Snapshots snapshots) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(new Report(target, snapshots), "morestack-report"));
    }

    /** Whatever goes wrong, the program has ended as it wanted to; the report alone is lost. */
    @Override
    public void run() {
        try {
            if (target.equals("stderr")) {
                System.err.print(ReportKind.TEXT.render(snapshots.take()));
            } else {
                write(target, snapshots);
            }
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            Messages.say("the report could not be written to " + target + ": " + e);
        }
    }

    /** Writes a report of the kind that the path's extension names. */
    static void write(String path, Snapshots snapshots) throws IOException {
        byte[] bytes =
                ReportKind.of(path).render(snapshots.take()).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new FileOutputStream(path)) {
            out.write(bytes);
        }
    }
}
