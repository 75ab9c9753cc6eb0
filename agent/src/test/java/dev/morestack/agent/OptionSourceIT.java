package dev.morestack.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options come from arguments over properties over the environment over the config file. */
@Execution(ExecutionMode.CONCURRENT)
final class OptionSourceIT {

    @TempDir Path folder;

    private Path config;

    @BeforeEach
    void writeConfig() throws IOException {
        config = folder.resolve("morestack.properties");
        Files.writeString(config, "# a comment\nreport = " + report("file") + "\nlimit = 1m\n");
    }

    @ParameterizedTest
    @CsvSource({
        "file environment property argument, argument",
        "file environment property, property",
        "file environment, environment",
        "file, file",
        "environment argument, argument",
        "file property, property"
    })
    void theStrongestSourceWins(String sources, String strongest) {
        AppProcess process = AppProcess.of("basics.Hello");
        List<String> options = new ArrayList<>();
        for (String source : sources.split(" ")) {
            switch (source) {
                case "file" -> options.add("config=" + config);
                case "environment" -> process.environment("MORESTACK_REPORT", report(source));
                case "property" -> process.flags("-Dmorestack.report=" + report(source));
                default -> options.add("report=" + report(source));
            }
        }
        process.options(options.toArray(new String[0])).run().succeeded();
        Assertions.assertEquals(List.of(strongest + ".txt"), reports());
    }

    @Test
    void theConfigFileItselfMayBeNamedAnywhere() {
        AppProcess.of("basics.Hello").flags("-Dmorestack.config=" + config).run().succeeded();
        AppProcess.of("basics.Hello")
                .environment("MORESTACK_CONFIG", config.toString())
                .run()
                .succeeded();
        Assertions.assertEquals(List.of("file.txt"), reports());
    }

    @Test
    void sourcesAddUpWhereTheyDoNotMeet() throws IOException {
        // A limit from the file stops what the excluded classes would not have let grow at all.
        Outcome outcome =
                AppProcess.of("overflow.Runaway")
                        .options("config=" + config)
                        .flags("-Dmorestack.report=" + report("property"), "-Xint")
                        .environment("MORESTACK_DEBUG", "true")
                        .arguments("MAIN", 1, "static")
                        .run()
                        .succeeded();
        long depth = Long.parseLong(outcome.result("depth-1"));
        // A megabyte of interpreted frames of 50 to 200 bytes, and a window of the stack.
        Assertions.assertTrue(depth < 40_000, () -> outcome.describe("no limit of 1m"));
        Assertions.assertTrue(Outcome.spills(Files.readString(Path.of(report("property")))) > 0);
    }

    private String report(String source) {
        return folder.resolve(source + ".txt").toString();
    }

    private List<String> reports() {
        List<String> names = new ArrayList<>();
        for (String source : new String[] {"file", "environment", "property", "argument"}) {
            if (Files.exists(Path.of(report(source)))) {
                names.add(source + ".txt");
            }
        }
        return names;
    }
}
