package dev.morestack.transformer;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceClassVisitor;

/** A class as text, kept in a file to compare with. */
final class Snapshot {

    /** Set to {@code rewrite}, the files are written anew instead. */
    private static final String MODE = "morestack.snapshots";

    private static final Path FOLDER = Path.of("src/test/resources/snapshots");

    /** Equal lines shown around a difference. */
    private static final int CONTEXT = 4;

    private Snapshot() {}

    /** Fails unless the class reads as in the file of the topic, and shows where it does not. */
    static void compare(String topic, ClassFile actual) {
        Path file =
                Path.of(System.getProperty("basedir", "")).resolve(FOLDER).resolve(topic + ".txt");
        String text = text(actual);
        try {
            if ("rewrite".equals(System.getProperty(MODE))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
                return;
            }
            List<String> expected = Files.readString(file).lines().toList();
            List<String> lines = text.lines().toList();
            if (!expected.equals(lines)) {
                Assertions.fail(difference(file, expected, lines));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("-D" + MODE + "=rewrite writes " + file, e);
        }
    }

    private static String text(ClassFile file) {
        StringWriter text = new StringWriter();
        file.reader()
                .accept(new TraceClassVisitor(null, new Textifier(), new PrintWriter(text)), 0);
        return text.toString();
    }

    /** Returns what lies between the first and the last line that differ, and a few around. */
    static String difference(Path file, List<String> expected, List<String> actual) {
        int shorter = Math.min(expected.size(), actual.size());
        int head = 0;
        while (head < shorter && expected.get(head).equals(actual.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && expected.get(expected.size() - 1 - tail)
                        .equals(actual.get(actual.size() - 1 - tail))) {
            tail++;
        }
        StringBuilder text = new StringBuilder();
        text.append("not as in ").append(file).append(" (-D").append(MODE).append("=rewrite)\n");
        add(text, "  ", expected.subList(Math.max(0, head - CONTEXT), head));
        add(text, "- ", expected.subList(head, expected.size() - tail));
        add(text, "+ ", actual.subList(head, actual.size() - tail));
        int end = expected.size() - tail;
        add(text, "  ", expected.subList(end, Math.min(expected.size(), end + CONTEXT)));
        return text.toString();
    }

    private static void add(StringBuilder text, String mark, List<String> lines) {
        for (String line : lines) {
            text.append(mark).append(line).append('\n');
        }
    }
}
