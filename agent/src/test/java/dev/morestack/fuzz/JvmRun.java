package dev.morestack.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One JVM that runs {@link FuzzMain}, from its start to its end, however it ends. */
final class JvmRun {
    private static final String END = "end of output";

    private final Map<Long, String> traces = new TreeMap<>();
    private final Set<Long> running = new TreeSet<>();
    private long next;
    private long refusals;
    private String mishap = "";

    private JvmRun(long first) {
        next = first;
    }

    /** Starts the JVM and waits for it; it is gone when this returns or throws. */
    static JvmRun of(FuzzSettings settings, List<String> command, long first, Path folder)
            throws IOException, InterruptedException {
        JvmRun run = new JvmRun(first);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectError(folder.resolve("stderr-" + first + ".txt").toFile());
        builder.environment().keySet().removeIf(JvmRun::isSetting);
        Process jvm = builder.start();
        try {
            run.follow(jvm, settings, folder);
        } finally {
            // On some systems java is a script, and the JVM its child.
            jvm.descendants().forEach(ProcessHandle::destroyForcibly);
            jvm.destroyForcibly().waitFor();
        }
        return run;
    }

    /** Whether a variable of this process would change the JVM or the agent. */
    private static boolean isSetting(String variable) {
        return variable.startsWith("MORESTACK_")
                || variable.endsWith("JAVA_OPTIONS")
                || variable.equals("JAVA_TOOL_OPTIONS");
    }

    private void follow(Process jvm, FuzzSettings settings, Path folder)
            throws IOException, InterruptedException {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(jvm, lines), "fuzz-output");
        reader.setDaemon(true);
        reader.start();
        long seconds = settings.patience().toSeconds();
        String line = lines.poll(seconds, TimeUnit.SECONDS);
        while (line != null && !line.equals(END)) {
            accept(line);
            line = lines.poll(seconds, TimeUnit.SECONDS);
        }
        if (line == null || !jvm.waitFor(seconds, TimeUnit.SECONDS)) {
            ThreadDump.write(jvm, settings.java(), folder.resolve("threads.txt"));
            mishap = "no sign of life for " + seconds + " s";
        } else if (jvm.exitValue() != 0) {
            mishap = "exit code " + jvm.exitValue();
        }
    }

    private void accept(String line) {
        String[] words = line.split(" ", 3);
        switch (words[0]) {
            case "start" -> {
                long seed = Long.parseLong(words[1]);
                running.add(seed);
                next = Math.max(next, seed + 1);
            }
            case "done" -> {
                long seed = Long.parseLong(words[1]);
                running.remove(seed);
                traces.put(seed, words[2]);
            }
            case "refused" -> refusals += Long.parseLong(words[1]);
            default -> {}
        }
    }

    private static void read(Process jvm, BlockingQueue<String> lines) {
        try (BufferedReader in = jvm.inputReader()) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("output lost: " + e);
        } finally {
            lines.add(END);
        }
    }

    /** For each seed that ended the line that tells its trace. */
    Map<Long, String> traces() {
        return traces;
    }

    /** How often programs met a limit. */
    long refusals() {
        return refusals;
    }

    /** The seeds that had started and not ended when the JVM did. */
    Set<Long> running() {
        return running;
    }

    /** The first seed that was not started. */
    long next() {
        return next;
    }

    /** How the JVM ended, if not well, else empty. */
    String mishap() {
        return mishap;
    }
}
