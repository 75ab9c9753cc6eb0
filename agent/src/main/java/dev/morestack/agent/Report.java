package dev.morestack.agent;

import dev.morestack.runtime.Counters;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The summary written when the program ends. */
final class Report implements Runnable {

    private final String target;
    private final Tally tally;

    private Report(String target, Tally tally) {
        this.target = target;
        this.tally = tally;
    }

    /**
     * Sees to it that the report is written at exit.
     *
     * @param target {@code stderr} or a path
     */
    static void atExit(String target, Tally tally) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(new Report(target, tally), "morestack-report"));
    }

    @Override
    public void run() {
        String text = text();
        if (target.equals("stderr")) {
            System.err.print(text);
            return;
        }
        try (OutputStream out = new FileOutputStream(target)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            Messages.say("the report could not be written to " + target + ": " + e.getMessage());
        }
    }

    private String text() {
        ReportLines lines = new ReportLines();
        for (Counters counter : Counters.values()) {
            lines.add(counter.label(), counter.sum());
        }
        tally.print(lines);
        return "morestack report\n" + lines;
    }
}
