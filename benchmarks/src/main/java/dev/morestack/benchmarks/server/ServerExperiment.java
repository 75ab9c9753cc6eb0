package dev.morestack.benchmarks.server;

import dev.morestack.benchmarks.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the server in every setup, one after the other, and writes a page and a picture. Arguments:
 * {@code --agent=JAR}, {@code --results=FOLDER} and {@code --seconds=N}, the length of each part.
 */
public final class ServerExperiment {

    private static final String HEAP = "2g";

    private ServerExperiment() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path agent = null;
        Path results = Path.of("benchmarks", "results");
        int seconds = 10;
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            if (argument.startsWith("--agent=")) {
                agent = Path.of(value).toAbsolutePath();
            } else if (argument.startsWith("--results=")) {
                results = Path.of(value);
            } else if (argument.matches("--seconds=[1-9]\\d{0,2}")) {
                seconds = Integer.parseInt(value);
            } else {
                System.err.println(
                        "usage: ServerExperiment --agent=JAR [--results=FOLDER] [--seconds=N]");
                System.exit(2);
            }
        }
        List<ServerRun> runs = new ArrayList<>();
        for (Setup setup : Setup.ALL) {
            runs.add(ServerRun.of(setup, agent, HEAP, seconds));
            System.out.println(setup.name() + ": " + runs.getLast().runaway());
        }
        write(Files.createDirectories(results), seconds, runs);
    }

    private static void write(Path results, int seconds, List<ServerRun> runs) throws IOException {
        Machine machine = Machine.here();
        LocalDate date = LocalDate.now(ZoneId.systemDefault());
        String name = date + "-" + machine.fileName() + "-server";
        Path page = results.resolve(name + ".md");
        Files.writeString(results.resolve(name + ".svg"), LatencyChart.of(runs));
        Files.writeString(
                page, new ServerPage(date, machine, HEAP, seconds, name + ".svg", runs).text());
        System.out.println("\n" + Files.readString(page) + "\nwritten to " + page);
    }
}
