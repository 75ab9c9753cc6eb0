package dev.morestack.examples.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs cases in JVMs of their own, on stacks of the default size and in a heap of 2 GB.
 *
 * @param java the program that starts a JVM
 * @param agent the agent's jar
 */
record CaseRunner(Path java, Path agent) {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Pattern SPILLS = Pattern.compile("^spills\\s+(\\d+)", Pattern.MULTILINE);

    /** A run with the agent, and how often it spilled. */
    record WithAgent(ProgramRun run, long spills) {}

    ProgramRun without(DemoCase demoCase) throws IOException, InterruptedException {
        return ProgramRun.of(process(demoCase, List.of()), LIMIT);
    }

    WithAgent with(DemoCase demoCase) throws IOException, InterruptedException {
        Path report = Files.createTempFile("morestack-demo", ".report");
        try {
            String option = "-javaagent:" + agent + "=report=" + report;
            ProgramRun run = ProgramRun.of(process(demoCase, List.of(option)), LIMIT);
            return new WithAgent(run, spills(Files.readString(report)));
        } finally {
            Files.delete(report);
        }
    }

    private ProcessBuilder process(DemoCase demoCase, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(options);
        command.add("-Xmx2g");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(demoCase.program.getName());
        return new ProcessBuilder(command);
    }

    /** Returns 0 for a report that was not written: then the program did not end by itself. */
    private static long spills(String report) {
        Matcher matcher = SPILLS.matcher(report);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
