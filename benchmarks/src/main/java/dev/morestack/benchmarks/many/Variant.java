package dev.morestack.benchmarks.many;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the program is run.
 *
 * @param name what tables call it
 * @param agentOptions null to run without the agent
 * @param flags for the JVM
 */
record Variant(String name, String agentOptions, List<String> flags) {

    /**
     * Carriers of virtual threads have stacks of the size that -Xss gives. Half the heap, the
     * default budget, is too little for frames alone to fill most of it.
     */
    static final List<Variant> ALL =
            List.of(
                    new Variant("without", null, List.of()),
                    new Variant("without, `-Xss64m`", null, List.of("-Xss64m")),
                    new Variant("with, `budget=90%`", "budget=90%", List.of()));

    List<String> command(Path agent, String heap, Crowd crowd) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        command.addAll(flags);
        if (agentOptions != null) {
            command.add("-javaagent:" + agent + "=" + agentOptions);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Parked.class.getName());
        command.add(Integer.toString(crowd.threads()));
        command.add(Integer.toString(crowd.frames()));
        return command;
    }
}
