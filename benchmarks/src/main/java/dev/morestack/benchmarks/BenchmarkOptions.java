package dev.morestack.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What the benchmarks were asked to do.
 *
 * @param agent the agent's jar
 * @param results the folder for the page of results
 * @param effort how much time the answer is worth
 * @param parts which are to run
 * @param note a remark for the page, such as what else the machine did
 */
record BenchmarkOptions(Path agent, Path results, Effort effort, Set<Parts> parts, String note) {

    static final String USAGE =
            "usage: Benchmarks --agent=JAR [--results=FOLDER] [--quick|--smoke] [--only=PART,PART]"
                    + " [--note=TEXT]\nparts: start, cold, micro, boundary, programs, macro, depth";

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException if one makes no sense; its message says which and why
     */
    static BenchmarkOptions parse(String... arguments) {
        Path agent = null;
        Path results = Path.of("benchmarks", "results");
        Effort effort = Effort.FULL;
        Set<Parts> parts = EnumSet.allOf(Parts.class);
        String note = "";
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            if (argument.startsWith("--agent=")) {
                agent = Path.of(value).toAbsolutePath();
            } else if (argument.startsWith("--results=")) {
                results = Path.of(value);
            } else if (argument.startsWith("--only=")) {
                parts = parts(value);
            } else if (argument.startsWith("--note=")) {
                note = value;
            } else if (argument.equals("--quick")) {
                effort = Effort.QUICK;
            } else if (argument.equals("--smoke")) {
                effort = Effort.SMOKE;
            } else {
                throw new IllegalArgumentException(argument + ": there is no such option");
            }
        }
        if (agent == null || !Files.isRegularFile(agent)) {
            throw new IllegalArgumentException("--agent=JAR is missing, or there is no such file");
        }
        return new BenchmarkOptions(agent, results, effort, parts, note);
    }

    private static Set<Parts> parts(String names) {
        Set<Parts> parts = EnumSet.noneOf(Parts.class);
        for (String name : names.split(",")) {
            try {
                parts.add(Parts.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--only=" + name + ": there is no such part", e);
            }
        }
        return parts;
    }

    private boolean isWhole() {
        return parts.size() == Parts.values().length;
    }

    private String effortName() {
        return effort.name().toLowerCase(Locale.ROOT);
    }

    /** Returns what tells the page of a run that was quick or partial from others. */
    String suffix() {
        return (isWhole() ? "" : "-" + names("-"))
                + (effort == Effort.FULL ? "" : "-" + effortName());
    }

    /** Returns the arguments that chose what was run. */
    String choice() {
        return (effort == Effort.FULL ? "" : " --" + effortName())
                + (isWhole() ? "" : " --only=" + names(","));
    }

    private String names(String between) {
        return String.join(between, parts.stream().map(Parts::title).toList());
    }
}
