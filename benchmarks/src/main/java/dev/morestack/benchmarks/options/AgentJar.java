package dev.morestack.benchmarks.options;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that every tool has: the agent's jar. */
public final class AgentJar {

    @Option(
            names = "--agent",
            required = true,
            paramLabel = "JAR",
            converter = ExistingFile.class,
            description = "The agent; run.sh gives the one it has built.")
    private Path path;

    public Path path() {
        return path;
    }

    /** Refuses a missing jar at once, not when the first JVM does not start. */
    static final class ExistingFile implements ITypeConverter<Path> {
        @Override
        public Path convert(String value) {
            Path path = Path.of(value).toAbsolutePath();
            if (!Files.isRegularFile(path)) {
                throw new TypeConversionException(
                        "there is no file " + path + "; mvn -pl agent -am package builds it");
            }
            return path;
        }
    }
}
