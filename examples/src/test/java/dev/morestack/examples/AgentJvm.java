package dev.morestack.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts JVMs as the launcher does, but this JVM's program and the agent that was just built. */
public final class AgentJvm {

    private static final List<String> LAUNCHER = List.of("./morestack", "run");

    private AgentJvm() {}

    /** Returns the program that starts a JVM like this one. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Returns the jar of the agent, whatever the working directory. */
    public static Path agent() {
        return Path.of(System.getProperty("morestack.jar", "../agent/target/morestack.jar"))
                .toAbsolutePath()
                .normalize();
    }

    /**
     * Returns the command that a line of a manual stands for.
     *
     * @param words {@code java ...} or {@code ./morestack run [--key=value ...] -- ...}
     */
    static List<String> command(List<String> words) {
        List<String> command = new ArrayList<>(List.of(java().toString(), "-Xmx1g"));
        if (words.get(0).equals("java")) {
            command.addAll(words.subList(1, words.size()));
            return command;
        }
        int end = words.indexOf("--");
        if (!words.subList(0, 2).equals(LAUNCHER) || end < 0) {
            throw new IllegalArgumentException("not a command of a manual: " + words);
        }
        command.add("-javaagent:" + agent());
        for (String option : words.subList(LAUNCHER.size(), end)) {
            command.add("-Dmorestack." + option.substring("--".length()));
        }
        command.addAll(words.subList(end + 1, words.size()));
        return command;
    }
}
