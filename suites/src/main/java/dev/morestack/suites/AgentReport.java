package dev.morestack.suites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The counts that the agent writes when its JVM ends. */
final class AgentReport {

    /** Those of virtual threads, which have a line of their own, are among them. */
    private static final Pattern SPILLS = Pattern.compile("(?m)^spills\\s+(\\d+)$");

    /** There is no report: the JVM was killed, or the agent was off. */
    static final long UNKNOWN = -1;

    private AgentReport() {}

    /** Returns the number of spills on all threads, or {@link #UNKNOWN}. */
    static long spills(Path report) throws IOException {
        if (!Files.exists(report)) {
            return UNKNOWN;
        }
        Matcher line = SPILLS.matcher(Files.readString(report));
        return line.find() ? Long.parseLong(line.group(1)) : UNKNOWN;
    }
}
