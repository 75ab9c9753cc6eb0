package dev.morestack.benchmarks.server;

import dev.morestack.benchmarks.Machine;
import dev.morestack.benchmarks.options.AgentJar;
import dev.morestack.benchmarks.options.ResultsFolder;
import dev.morestack.benchmarks.options.Tool;
import dev.morestack.benchmarks.options.WholeNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the server in every setup, one after the other, and writes a page and a picture. */
@Command(
        name = "benchmarks/run.sh --server",
        description = "Measures a server while one request recurses without an end.")
public final class ServerExperiment implements Callable<Integer> {

    private static final String HEAP = "2g";

    @Mixin private AgentJar agent;
    @Mixin private ResultsFolder results;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            converter = Seconds.class,
            description = "The length of each part (default: ${DEFAULT-VALUE}).")
    private int seconds;

    /** What {@code --seconds} takes. */
    private static final class Seconds extends WholeNumber {
        Seconds() {
            super(1, 999);
        }
    }

    public static void main(String[] arguments) {
        Tool.run(new ServerExperiment(), arguments);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<ServerRun> runs = new ArrayList<>();
        for (Setup setup : Setup.ALL) {
            runs.add(ServerRun.of(setup, agent.path(), HEAP, seconds));
            System.out.println(setup.name() + ": " + runs.getLast().runaway());
        }
        write(runs);
        return 0;
    }

    private void write(List<ServerRun> runs) throws IOException {
        Machine machine = Machine.here();
        LocalDate date = LocalDate.now(ZoneId.systemDefault());
        String name = machine.pageName(date, "-server");
        String chart = name + ".svg";
        results.write(name, new ServerPage(date, machine, HEAP, seconds, chart, runs).text());
        Files.writeString(results.path().resolve(chart), LatencyChart.of(runs));
    }
}
