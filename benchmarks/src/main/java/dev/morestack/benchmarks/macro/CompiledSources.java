package dev.morestack.benchmarks.macro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** javac compiles 200 files of {@code java.util}, anew each time. */
final class CompiledSources implements Workload {

    private static final int FILES = 200;

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final Path folder;
    private final List<JavaFileObject> files = new ArrayList<>();

    CompiledSources() throws IOException {
        folder = Files.createTempDirectory("morestack-macro");
        for (Map.Entry<String, String> source : Sources.of("java.base/java/util/", FILES).entrySet()) {
            files.add(new Text(source.getKey(), source.getValue()));
        }
    }

    @Override
    public long run() {
        List<String> options =
                List.of(
                        "-d",
                        folder.toString(),
                        "--patch-module",
                        "java.base=" + folder,
                        "-proc:none",
                        "-nowarn");
        if (!compiler.getTask(null, null, diagnostic -> {}, options, null, files).call()) {
            throw new IllegalStateException("javac failed");
        }
        return files.size();
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted((one, other) -> other.compareTo(one)).forEach(CompiledSources::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(String name, String text) {
            super(URI.create("string:///java/util/" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
