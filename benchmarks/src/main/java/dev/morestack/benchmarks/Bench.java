package dev.morestack.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the parts run their JVMs with, one at a time.
 *
 * @param java the program that starts a JVM
 * @param agent the agent's jar
 * @param quick whether a rough answer is enough
 */
record Bench(Path java, Path agent, boolean quick) {

    private static final int LONGEST_MINUTES = 15;

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
    }

    /** Returns one of two numbers: of rounds, or of milliseconds. */
    int times(int thorough, int rough) {
        return quick ? rough : thorough;
    }

    /** Returns the option that loads the agent, with options of its own such as {@code limit=4g}. */
    String with(String... options) {
        return "-javaagent:" + agent + (options.length == 0 ? "" : "=" + String.join(",", options));
    }

    /** Runs a class on this class path; fails when it fails. */
    Run run(List<String> flags, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
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
                if (!ended || process.exitValue() != 0) {
                    throw new IOException(
                            "did not end well: " + command + "\n" + Files.readString(errors));
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
