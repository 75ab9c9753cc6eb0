package dev.morestack.benchmarks.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of tools that write a page. */
public final class ResultsFolder {

    @Option(
            names = "--results",
            paramLabel = "FOLDER",
            defaultValue = "benchmarks/results",
            description = "Where the page goes (default: ${DEFAULT-VALUE}).")
    private Path path;

    public Path path() {
        return path;
    }

    /** Writes a page under a name, and shows it. */
    public void write(String name, String page) throws IOException {
        Path file = Files.createDirectories(path).resolve(name + ".md");
        Files.writeString(file, page);
        System.out.println("\n" + page + "\nwritten to " + file);
    }
}
