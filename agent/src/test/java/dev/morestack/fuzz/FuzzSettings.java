package dev.morestack.fuzz;

import dev.morestack.agent.Jvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What the user of the fuzz has set, by system properties that begin with {@code morestack.fuzz.}.
 *
 * @param java the home of the JDK that runs the programs
 * @param jar the agent
 * @param agentFlags flags that load another agent instead; empty for the jar
 * @param soak how long to go on; zero for the usual run
 * @param patience how long a JVM may be silent before it counts as hung
 * @param folder where the JVMs leave what they write
 * @param features as {@link Feature#parse} reads them
 * @param configs the names of the configurations that a soak runs; empty for all
 */
record FuzzSettings(
        Path java,
        Path jar,
        String agentFlags,
        long seed,
        int seeds,
        Duration soak,
        Duration patience,
        Path folder,
        String features,
        List<String> configs) {

    private static final String PREFIX = "morestack.fuzz.";

    static FuzzSettings fromProperties() {
        Jvm jvm = Jvm.standard();
        return new FuzzSettings(
                jvm.home(),
                Path.of(System.getProperty("morestack.jar", "target/morestack.jar"))
                        .toAbsolutePath(),
                property("agent", ""),
                Long.parseLong(property("seed", "1")),
                Integer.parseInt(property("seeds", "50")),
                Duration.ofMinutes(Long.parseLong(property("minutes", "0"))),
                Duration.ofSeconds(Long.parseLong(property("patience", "120"))),
                Path.of(property("folder", "target/fuzz")).toAbsolutePath(),
                property("features", jvm.freezesMonitors() ? "" : "-SYNCHRONIZED"),
                Arrays.stream(property("configs", "").split(","))
                        .filter(name -> !name.isBlank())
                        .toList());
    }

    private static String property(String name, String otherwise) {
        return System.getProperty(PREFIX + name, otherwise);
    }

    FuzzSettings withPatience(Duration other) {
        return new FuzzSettings(
                java, jar, agentFlags, seed, seeds, soak, other, folder, features, configs);
    }

    FuzzSettings withFolder(Path other) {
        return new FuzzSettings(
                java, jar, agentFlags, seed, seeds, soak, patience, other, features, configs);
    }

    /** The flags that load the agent, for a configuration that has one, and a JVM's first seed. */
    List<String> agentFlags(JvmConfig config, long first) {
        if (!config.hasAgent()) {
            return List.of();
        }
        if (!agentFlags.isEmpty()) {
            return List.of(agentFlags.split(" "));
        }
        if (config.isLimited()) {
            return List.of("-javaagent:" + jar + "=" + Limits.options(first));
        }
        // More than the stacks of any program, so that the limit is met by none.
        String options = "report=stderr,limit=75%";
        if (!config.agentOptions().isEmpty()) {
            options += "," + config.agentOptions();
        }
        return List.of("-javaagent:" + jar + "=" + options);
    }

    /** The properties that lead another JVM to the same agent. */
    List<String> properties() {
        return List.of(
                "-D" + Jvm.TESTED + "=" + java,
                "-Dmorestack.jar=" + jar,
                "-D" + PREFIX + "agent=" + agentFlags,
                "-D" + PREFIX + "folder=" + folder,
                "-D" + PREFIX + "features=" + features);
    }
}
