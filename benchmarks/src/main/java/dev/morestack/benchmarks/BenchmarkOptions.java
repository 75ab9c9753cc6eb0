package dev.morestack.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the benchmarks were asked to do.
 *
 * @param agent the agent's jar
 * @param results the folder for the page of results
 * @param quick whether a rough answer within three minutes is wanted
 * @param only a regular expression that chooses benchmarks
 */
record BenchmarkOptions(Path agent, Path results, boolean quick, String only) {

    static final String USAGE =
            "usage: Benchmarks --agent=JAR [--results=FOLDER] [--quick] [--only=PATTERN]";

    private static final String EVERYTHING = ".*";

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException if one makes no sense; its message says which and why
     */
    static BenchmarkOptions parse(String... arguments) {
        Path agent = null;
        Path results = Path.of("benchmarks", "results");
        boolean quick = false;
        String only = EVERYTHING;
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            if (argument.startsWith("--agent=")) {
                agent = Path.of(value).toAbsolutePath();
            } else if (argument.startsWith("--results=")) {
                results = Path.of(value);
            } else if (argument.startsWith("--only=")) {
                only = value;
            } else if (argument.equals("--quick")) {
                quick = true;
            } else {
                throw new IllegalArgumentException(argument + ": there is no such option");
            }
        }
        if (agent == null || !Files.isRegularFile(agent)) {
            throw new IllegalArgumentException("--agent=JAR is missing, or there is no such file");
        }
        return new BenchmarkOptions(agent, results, quick, only);
    }

    /** Returns what tells the page of a run that was quick or partial from others. */
    String suffix() {
        return (only.equals(EVERYTHING) ? "" : "-part") + (quick ? "-quick" : "");
    }

    /** Returns the arguments that chose what was run. */
    String choice() {
        return (quick ? " --quick" : "")
                + (only.equals(EVERYTHING) ? "" : " '--only=" + only + "'");
    }
}
