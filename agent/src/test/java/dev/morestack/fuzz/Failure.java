package dev.morestack.fuzz;

import java.util.List;

/**
 * A program that the agent, or the JVM under it, got wrong.
 *
 * @param what what was expected and what came, or how the JVM ended
 * @param command the JVM that it happened in
 * @param replay a command that runs this one seed again and compares it event by event
 */
record Failure(long seed, String config, List<String> what, String command, String replay) {

    @Override
    public String toString() {
        return "seed "
                + seed
                + " in configuration "
                + config
                + "\n  "
                + String.join("\n  ", what)
                + "\n  JVM: "
                + command
                + "\n  replay: "
                + replay;
    }
}
