package dev.morestack.benchmarks.many;

import dev.morestack.benchmarks.JavaCommand;
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
        List<String> all = new ArrayList<>();
        all.add("-Xmx" + heap);
        all.addAll(flags);
        if (agentOptions != null) {
            all.add("-javaagent:" + agent + "=" + agentOptions);
        }
        return JavaCommand.of(
                all,
                Parked.class,
                Integer.toString(crowd.threads()),
                Integer.toString(crowd.frames()));
    }
}
