package dev.morestack.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that changes while its frames are in the heap. */
@Execution(ExecutionMode.CONCURRENT)
final class ClassChangeIT {

    private static final int DEPTH = 200_000;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void compiledFramesAreMadeInvalidWhileDeep(String starter) {
        AppProcess.of("classes.Deoptimised")
                .options("report=stderr")
                .heap("512m")
                .arguments(starter, DEPTH, 20_000)
                .run()
                .grew()
                .printed("before", DEPTH)
                .printed("while", DEPTH + 1_000)
                .printed("after", DEPTH + 1_000);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIN, -XX:+UseG1GC, true",
        "RUNNABLE, -Xint, false",
        "RUNNABLE, -XX:+UseZGC, true",
        "VIRTUAL, -XX:TieredStopAtLevel=1, false"
    })
    void classesAreRedefinedAndRetransformedWhileDeep(String starter, String mode, boolean first)
            throws IOException {
        AppProcess process =
                AppProcess.of("classes.Redefined")
                        .options("report=stderr")
                        .flags(mode)
                        .heap("512m")
                        .arguments(starter, DEPTH, 2);
        String agent = "-javaagent:" + agentJar();
        if (first) {
            process.flags(agent);
        } else {
            process.flagsAfterAgent(agent);
        }
        process.run()
                .grew()
                .printed("failed")
                .printed("sum", Expected.sum(DEPTH))
                .printed("again", Expected.sum(DEPTH));
    }

    @Test
    void anAgentLoadedTwiceSaysSoInALineAndDoesNoHarm() {
        String again = "-javaagent:" + AppProcess.required("morestack.jar");
        Outcome outcome =
                AppProcess.of("recursion.Recursion")
                        .options("report=stderr")
                        .flagsAfterAgent(again, again)
                        .arguments("RUNNABLE", DEPTH, "STATIC")
                        .run()
                        .grew()
                        .printed("static", Expected.fold(DEPTH));
        String line = "morestack: this JVM has the agent already; nothing was changed";
        Assertions.assertEquals(
                2, outcome.agentLines().stream().filter(line::equals).count(), outcome::stderr);
    }

    /** The test app is an agent by its manifest; its class is on the class path. */
    private Path agentJar() throws IOException {
        Path jar = folder.resolve("agent.jar");
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", "dev.morestack.apps.classes.Redefined");
        attributes.putValue("Can-Redefine-Classes", "true");
        attributes.putValue("Can-Retransform-Classes", "true");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream written = new JarOutputStream(out, manifest)) {
            written.finish();
        }
        return jar;
    }
}
