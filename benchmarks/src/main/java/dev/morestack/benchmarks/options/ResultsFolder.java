package dev.morestack.benchmarks.options;

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
}
