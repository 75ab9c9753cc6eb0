package dev.morestack.benchmarks.macro;

import dev.morestack.benchmarks.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** javac compiles 200 files of {@code java.util} and two packages below it into class files. */
final class CompiledSources implements Workload {

    private static final int FILES = 200;

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final Path folder = Files.createTempDirectory("morestack-macro");
    private final Path sources = folder.resolve("sources");
    private final List<Path> files = new ArrayList<>();

    CompiledSources() throws IOException {
        for (Map.Entry<String, String> source :
                Sources.of(FILES, "java/util", "java/util/concurrent", "java/util/zip")
                        .entrySet()) {
            Path file = sources.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
    }

    @Override
    public long run() throws IOException {
        List<String> options =
                List.of(
                        "-d",
                        folder.toString(),
                        "--patch-module",
                        "java.base=" + sources,
                        "-proc:none",
                        "-nowarn");
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task =
                    compiler.getTask(
                            null,
                            manager,
                            diagnostic -> {},
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(files));
            if (!task.call()) {
                throw new IllegalStateException("javac failed");
            }
        }
        return files.size();
    }

    @Override
    public void close() throws IOException {
        Folder.delete(folder);
    }
}
