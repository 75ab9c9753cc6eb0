package dev.morestack.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** C sources of the tests, compiled when a test needs them. */
final class NativeCode {

    private static final Path SOURCES = Path.of("src", "test", "native");
    private static final int LIMIT_SECONDS = 60;

    private NativeCode() {}

    /** Returns the library made of a source file; skips the test where there is no C compiler. */
    static Path library(String source, Path folder) throws IOException, InterruptedException {
        Path compiler = compiler();
        Assumptions.assumeTrue(compiler != null, "no C compiler: neither cc nor gcc on the PATH");
        Path headers = Path.of(System.getProperty("java.home"), "include");
        Assumptions.assumeTrue(Files.isDirectory(headers), "this JDK comes without jni.h");
        Path library = folder.resolve(System.mapLibraryName("tests"));
        Path log = folder.resolve("cc.txt");
        List<String> command = new ArrayList<>(List.of(compiler.toString(), "-shared", "-fPIC"));
        command.addAll(List.of("-O1", "-Wall", "-Wextra", "-Werror", "-pthread"));
        command.addAll(List.of("-I" + headers, "-I" + headers.resolve(platform())));
        command.addAll(List.of("-o", library.toString(), SOURCES.resolve(source).toString()));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        Assertions.assertTrue(ended && process.waitFor() == 0, Files.readString(log));
        return library;
    }

    /** Where a JDK has its {@code jni_md.h}. */
    private static String platform() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "win32" : "linux";
    }

    private static Path compiler() {
        return Stream.of("cc", "gcc")
                .flatMap(
                        name ->
                                Stream.of(System.getenv("PATH").split(":"))
                                        .map(f -> Path.of(f, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
