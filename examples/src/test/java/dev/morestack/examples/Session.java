package dev.morestack.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command at the head of an example, and the output that is shown below it.
 *
 * @param source the example's file
 * @param command what stands behind the dollar sign
 * @param output the lines up to the next blank one
 */
record Session(Path source, String command, List<String> output) {

    private static final String LINE = " * ";
    private static final String COMMAND = LINE + "$ ";

    /** Returns the sessions that the head of a source file shows. */
    static List<Session> of(Path source) throws IOException {
        List<Session> sessions = new ArrayList<>();
        Session current = null;
        for (String line : Files.readAllLines(source)) {
            if (line.startsWith("package ")) {
                break;
            }
            if (line.startsWith(COMMAND)) {
                current = new Session(source, line.substring(COMMAND.length()), new ArrayList<>());
                sessions.add(current);
            } else if (!line.startsWith(LINE)) {
                current = null;
            } else if (current != null) {
                current.output.add(line.substring(LINE.length()));
            }
        }
        return sessions;
    }

    /** Returns the words of the command, with what single quotes enclose as it is. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ")) {
            words.add(word.replace("'", ""));
        }
        return words;
    }

    @Override
    public String toString() {
        return source.getFileName() + ": " + command;
    }
}
