package dev.morestack.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The events of one run as text, a line each, so that two runs can be compared line by line. */
final class EventLog implements AutoCloseable {
    static final char ENTER = '>';
    static final char EXIT = '<';
    static final char FOREIGN = '!';
    static final char TURN = '^';
    static final char CATCH = 'C';
    static final char FINALLY = 'F';
    static final char PASS = 'P';
    static final char MONITOR = 'M';
    static final char LOOK = 'L';
    static final char DEED = 'D';
    static final char LIBRARY = 'J';
    static final char RESULT = '=';

    private final PrintStream out;

    EventLog(Path file) throws IOException {
        out = new PrintStream(file.toFile(), StandardCharsets.US_ASCII);
    }

    void record(char event, int depth, long value, long hash) {
        // In one piece, for a StackOverflowError may come in the middle.
        out.print(event + " " + depth + " " + value + " " + Long.toHexString(hash) + "\n");
    }

    @Override
    public void close() {
        out.close();
    }
}
