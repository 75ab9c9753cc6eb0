package dev.morestack.fuzz;

import dev.morestack.Region;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassWriter;

/** Composes the command lines of the JVMs that the fuzz starts, and of those that replay it. */
final class JvmCommand {
    private JvmCommand() {}

    /** The command that runs {@link FuzzMain} in a configuration. */
    static List<String> of(
            FuzzSettings settings, JvmConfig config, FuzzOptions options, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(java(settings));
        command.add("-Xverify:all");
        // A reflective call on the way of an exception wraps it, with a new stack trace, each time.
        command.add("-XX:MaxJavaStackTraceDepth=200");
        command.add("-XX:-CreateCoredumpOnCrash");
        command.add("-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"));
        command.addAll(config.flags());
        command.addAll(settings.agentFlags(config, options.from()));
        command.add("-cp");
        command.add(classPath());
        command.add(FuzzMain.class.getName());
        command.addAll(List.of(options.arguments()));
        return command;
    }

    /** Whether the JVM starts with the configuration's flags. */
    static boolean starts(FuzzSettings settings, JvmConfig config)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java(settings));
        command.addAll(config.flags());
        command.add("-version");
        Process jvm =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            return jvm.waitFor(settings.patience().toSeconds(), TimeUnit.SECONDS)
                    && jvm.exitValue() == 0;
        } finally {
            jvm.destroyForcibly();
        }
    }

    /** The command line that replays one seed. */
    static String replay(FuzzSettings settings, String config, long seed) {
        List<String> command = new ArrayList<>();
        command.add(java(settings));
        command.addAll(settings.properties());
        command.add("-cp");
        command.add(classPath());
        command.add(Replay.class.getName());
        command.add(config);
        command.add(Long.toString(seed));
        return line(command);
    }

    /** The command as a shell reads it. */
    static String line(List<String> command) {
        return command.stream()
                .map(word -> word.matches("[\\w./:=,+%-]+") ? word : "'" + word + "'")
                .collect(Collectors.joining(" "));
    }

    private static String java(FuzzSettings settings) {
        return settings.java().resolve("bin/java").toString();
    }

    private static String classPath() {
        return Stream.of(FuzzMain.class, ClassWriter.class, Region.class)
                .map(type -> home(type).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
