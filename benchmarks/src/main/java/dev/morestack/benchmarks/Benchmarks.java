package dev.morestack.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and writes a page of results. This JVM itself runs without the agent; the
 * JVMs that JMH starts run with it.
 */
public final class Benchmarks {

    private static final String HEAP = "-Xmx2g";
    private static final int CLASSES = 5000;

    private final BenchmarkOptions options;
    private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    private Benchmarks(BenchmarkOptions options) {
        this.options = options;
    }

    public static void main(String[] arguments)
            throws IOException, InterruptedException, RunnerException {
        BenchmarkOptions options;
        try {
            options = BenchmarkOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("benchmarks: " + e.getMessage() + "\n" + BenchmarkOptions.USAGE);
            System.exit(2);
            return;
        }
        new Benchmarks(options).run();
    }

    private void run() throws IOException, InterruptedException, RunnerException {
        Path json = Files.createTempFile("morestack-benchmarks", ".json");
        try {
            new Runner(jmhOptions(json).build()).run();
            int pairs = options.quick() ? 11 : 41;
            StartUp hello = StartUp.ofHello(java, options.agent(), pairs);
            write(Scores.read(json), hello, ofClasses(pairs / 2 + 1));
        } finally {
            Files.delete(json);
        }
    }

    private ChainedOptionsBuilder jmhOptions(Path json) {
        ChainedOptionsBuilder jmh =
                new OptionsBuilder()
                        .include("dev\\.morestack\\.benchmarks\\..*(" + options.only() + ")")
                        // Not appended to this JVM's own flags, which may name the agent too.
                        .jvmArgs(HEAP, agentFlag())
                        .shouldFailOnError(true)
                        .resultFormat(ResultFormatType.JSON)
                        .result(json.toString());
        return options.quick() ? quick(jmh) : thorough(jmh);
    }

    private static ChainedOptionsBuilder thorough(ChainedOptionsBuilder jmh) {
        return jmh.forks(2)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1));
    }

    private static ChainedOptionsBuilder quick(ChainedOptionsBuilder jmh) {
        return jmh.forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(400))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(400))
                .param("depth", Integer.toString(DepthBenchmark.FRAMES))
                .param("amplitude", "1", "100", "10000");
    }

    private String agentFlag() {
        return "-javaagent:"
                + options.agent()
                + "=policy=segments,excludes="
                + PlainCopies.EXCLUDES;
    }

    private StartUp ofClasses(int pairs) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("morestack-classes");
        try {
            GeneratedClasses.compile(folder, CLASSES);
            return StartUp.ofClasses(java, options.agent(), pairs, folder, CLASSES);
        } finally {
            Folder.delete(folder);
        }
    }

    private void write(Scores scores, StartUp hello, StartUp classes) throws IOException {
        Machine machine = Machine.here();
        LocalDate date = LocalDate.now(ZoneId.systemDefault());
        String flags =
                HEAP + " -javaagent:morestack.jar=policy=segments,excludes=" + PlainCopies.EXCLUDES;
        String page = new ResultPage(date, machine, flags, options, scores, hello, classes).text();
        Path file =
                Files.createDirectories(options.results())
                        .resolve(date + "-" + machine.fileName() + options.suffix() + ".md");
        Files.writeString(file, page);
        System.out.println("\n" + page + "\nwritten to " + file);
    }
}
