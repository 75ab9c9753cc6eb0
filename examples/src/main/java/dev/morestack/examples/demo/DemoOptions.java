package dev.morestack.examples.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the demo was asked to do.
 *
 * @param agent the agent's jar
 * @param java the program that starts a JVM
 * @param cases the cases to run, in the order asked for
 */
record DemoOptions(Path agent, Path java, List<DemoCase> cases) {

    static final String USAGE = "usage: Demo --agent=JAR [--java=PROGRAM] [case number ...]";

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException if one makes no sense; its message says which and why
     */
    static DemoOptions parse(String... arguments) {
        Path agent = null;
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<DemoCase> cases = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("--agent=")) {
                agent = file(argument);
            } else if (argument.startsWith("--java=")) {
                java = file(argument);
            } else {
                cases.add(caseOf(argument));
            }
        }
        if (agent == null) {
            throw new IllegalArgumentException("--agent=JAR is missing");
        }
        return new DemoOptions(agent, java, cases.isEmpty() ? List.of(DemoCase.values()) : cases);
    }

    private static Path file(String argument) {
        Path file = Path.of(argument.substring(argument.indexOf('=') + 1));
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(argument + ": there is no such file");
        }
        return file;
    }

    private static DemoCase caseOf(String argument) {
        for (DemoCase demoCase : DemoCase.values()) {
            if (argument.equals(Integer.toString(demoCase.number()))) {
                return demoCase;
            }
        }
        throw new IllegalArgumentException(
                argument + ": cases have the numbers 1 to " + DemoCase.values().length);
    }
}
