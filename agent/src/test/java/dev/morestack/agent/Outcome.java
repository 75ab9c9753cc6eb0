package dev.morestack.agent;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/**
 * How a process ended and what it printed.
 *
 * @param command what repeats it in a shell
 * @param exitCode its exit code
 * @param stdout all that it printed there
 * @param stderr all that it printed there, the agent's lines among it
 * @param duration from start to end
 */
record Outcome(String command, int exitCode, String stdout, String stderr, Duration duration) {

    private static final int MOST_SHOWN = 4_000;
    private static final Pattern SPILLS = Pattern.compile("(?m)^spills\\s+(\\d+)");

    /** Fails unless the program ended well; returns this. */
    Outcome succeeded() {
        return exited(0);
    }

    /** Fails unless the exit code is this one; returns this. */
    Outcome exited(int code) {
        Assertions.assertEquals(code, exitCode, () -> describe("exited with " + exitCode));
        return this;
    }

    /** Fails unless the program printed the result exactly so often, with these values. */
    Outcome printed(String name, Object... values) {
        List<String> texts = Arrays.stream(values).map(Object::toString).toList();
        Assertions.assertEquals(texts, results(name), () -> describe("result " + name));
        return this;
    }

    /** Returns the values of all results of a name. */
    List<String> results(String name) {
        String start = "result " + name + " ";
        return stdout.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    /** Returns the value of the only result of a name. */
    String result(String name) {
        List<String> values = results(name);
        Assertions.assertEquals(1, values.size(), () -> describe("result " + name));
        return values.get(0);
    }

    /** Returns the lines that the agent printed to stderr. */
    List<String> agentLines() {
        return stderr.lines().filter(Outcome::isAgentLine).toList();
    }

    /** Returns the lines on stderr that are not the agent's. */
    List<String> programLines() {
        return stderr.lines().filter(line -> !isAgentLine(line)).toList();
    }

    /**
     * Fails unless the program ended well and the report that it wrote to stderr counts spills;
     * returns this.
     */
    Outcome grew() {
        succeeded();
        Assertions.assertTrue(spills(stderr) > 0, () -> describe("no spills"));
        Assertions.assertFalse(
                (stdout + stderr).contains("StackOverflowError"), () -> describe("overflowed"));
        return this;
    }

    /** Returns a count of a report written to stderr. */
    long counted(String label) {
        Matcher line =
                Pattern.compile("(?m)^" + Pattern.quote(label) + "\\s+(\\d+)$").matcher(stderr);
        Assertions.assertTrue(line.find(), () -> describe("no count of " + label));
        return Long.parseLong(line.group(1));
    }

    /** Returns the number of stack switches in a report. */
    static long spills(String report) {
        Matcher line = SPILLS.matcher(report);
        Assertions.assertTrue(line.find(), () -> "no line with the spills in\n" + report);
        return Long.parseLong(line.group(1));
    }

    /** Returns the text for a failure: what is wrong, the command, and what was printed. */
    String describe(String wrong) {
        return wrong
                + "\n  command: "
                + command
                + "\n  exit code "
                + exitCode
                + " after "
                + duration.toMillis()
                + " ms\n--- stdout\n"
                + shortened(stdout)
                + "\n--- stderr\n"
                + shortened(stderr)
                + "\n---";
    }

    private static boolean isAgentLine(String line) {
        return line.startsWith("morestack ") || line.startsWith("morestack: ");
    }

    private static String shortened(String text) {
        if (text.length() <= 2 * MOST_SHOWN) {
            return text;
        }
        return text.substring(0, MOST_SHOWN)
                + "\n[...]\n"
                + text.substring(text.length() - MOST_SHOWN);
    }
}
