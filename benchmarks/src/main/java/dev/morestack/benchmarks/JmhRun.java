package dev.morestack.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A run of JMH, in whose JVMs the agent weaves all but the plain copies.
 *
 * @param benchmark the class; classes inside it are run, too
 * @param jvms how many JVMs each benchmark has, one after the other
 * @param parameters the values of each parameter; all there are of those that are not named
 * @param ofAgent further options of the agent
 */
record JmhRun(
        Class<?> benchmark, int jvms, Map<String, List<String>> parameters, List<String> ofAgent) {

    /** How many JVMs an answer takes whose scores differ little between them. */
    static final int FEW_JVMS = 3;

    private static final String HEAP = "-Xmx2g";

    /** Returns the flags of its JVMs, for a page. */
    String flags() {
        return HEAP + " -javaagent:morestack.jar=" + String.join(",", agentOptions());
    }

    /** Returns what a score is, for a page. */
    static String meaning() {
        return "by JMH, the median of several JVMs (least - most)";
    }

    private List<String> agentOptions() {
        List<String> options = new ArrayList<>(ofAgent);
        options.add("excludes=" + PlainCopies.EXCLUDES);
        return options;
    }

    Scores scores(Bench bench) throws IOException {
        Path json = Files.createTempFile("morestack-benchmarks", ".json");
        try {
            new Runner(
                            options(bench)
                                    .resultFormat(ResultFormatType.JSON)
                                    .result(json.toString())
                                    .build())
                    .run();
            return Scores.read(json);
        } catch (RunnerException e) {
            throw new IOException(e);
        } finally {
            Files.delete(json);
        }
    }

    private ChainedOptionsBuilder options(Bench bench) {
        // Compilers take a second and more until the slow path is as fast as it gets.
        TimeValue warmUp = TimeValue.milliseconds(bench.millis(1_000, 500));
        TimeValue iteration = TimeValue.milliseconds(bench.millis(400, 200));
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
                        // Not appended to this JVM's own flags, which may name the agent.
                        .jvmArgs(HEAP, bench.with(agentOptions().toArray(String[]::new)))
                        .forks(bench.rounds(jvms, 1))
                        .warmupIterations(bench.rounds(3, 2))
                        .warmupTime(warmUp)
                        .measurementIterations(bench.rounds(5, 3))
                        .measurementTime(iteration)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT);
        parameters.forEach((name, values) -> options.param(name, values.toArray(String[]::new)));
        return options;
    }
}
