package dev.morestack.benchmarks;

import dev.morestack.benchmarks.depth.Contender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the parts run their JVMs with, one at a time.
 *
 * @param agent the agent's jar
 */
record Bench(Path agent, Effort effort) {

    private static final int LONGEST_MINUTES = 15;
    private static final int MOST_SAID = 4_000;
    private static final int SMOKE_MILLIS = 10;
    private static final int SMOKE_CASES = 3;

    /**
     * What a JVM did.
     *
     * @param lines what it printed to standard output
     * @param millis from the start of its process to the end
     */
    record Run(List<String> lines, double millis) {

        /** Returns what stands behind a word at the beginning of a line. */
        String line(String word) {
            return lines.stream()
                    .filter(line -> line.startsWith(word + " "))
                    .map(line -> line.substring(word.length() + 1))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(word + " is not in " + lines));
        }

        double number(String word) {
            return Double.parseDouble(line(word));
        }
    }

    int rounds(int full, int quick) {
        return chosen(full, quick, 1);
    }

    int millis(int full, int quick) {
        return chosen(full, quick, SMOKE_MILLIS);
    }

    /** Returns all cases, or the first few where it only matters that they run. */
    <T> List<T> cases(List<T> all) {
        return all.subList(0, chosen(all.size(), all.size(), Math.min(all.size(), SMOKE_CASES)));
    }

    <T> T chosen(T full, T quick, T smoke) {
        return switch (effort) {
            case FULL -> full;
            case QUICK -> quick;
            case SMOKE -> smoke;
        };
    }

    /**
     * Returns the option that loads the agent, with options of its own such as {@code limit=4g}.
     */
    String with(String... options) {
        return "-javaagent:" + agent + (options.length == 0 ? "" : "=" + String.join(",", options));
    }

    /** Returns flags, and the agent if the contender is one of its policies. */
    List<String> flags(Contender contender, List<String> flags, String... options) {
        List<String> all = new ArrayList<>(flags);
        if (!contender.policy().isEmpty()) {
            List<String> ofAgent = new ArrayList<>(List.of("policy=" + contender.policy()));
            ofAgent.addAll(List.of(options));
            all.add(with(ofAgent.toArray(String[]::new)));
        }
        return all;
    }

    /** Runs a class on this class path; fails when it fails. */
    Run run(List<String> flags, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = JavaCommand.of(flags, main, arguments);
        // Files, for a process that fills an unread pipe stands still.
        Path output = Files.createTempFile("morestack-bench", ".out");
        Path errors = Files.createTempFile("morestack-bench", ".err");
        try {
            long start = System.nanoTime();
            Process process =
                    new ProcessBuilder(command)
                            .redirectOutput(output.toFile())
                            .redirectError(errors.toFile())
                            .start();
            try {
                boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
                double millis = (System.nanoTime() - start) / 1e6;
                String said = Files.readString(errors);
                // The program would be measured without the agent, and look fast.
                boolean isOff = said.contains("morestack: off:");
                if (!ended || process.exitValue() != 0 || isOff) {
                    throw new IOException(
                            "did not end well: "
                                    + command
                                    + "\n"
                                    + said.substring(0, Math.min(MOST_SAID, said.length())));
                }
                return new Run(Files.readAllLines(output), millis);
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
