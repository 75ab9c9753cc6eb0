package dev.morestack.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The main thread grows, whatever {@code java} is told to run. */
@Execution(ExecutionMode.CONCURRENT)
final class LaunchIT {

    private static final int DEPTH = 200_000;

    private static final String PROGRAM =
            """
            package own;

            public class Program {
                public static void main(String[] args) {
                    System.out.println("result sum " + sum(Integer.parseInt(args[0])));
                    System.out.println("result module " + Program.class.getModule().getName());
                    System.out.println("result arguments " + args.length + " " + args[1]);
                }

                private static long sum(int n) {
                    return n == 0 ? 0 : n + sum(n - 1);
                }
            }
            """;

    /** A compact source file: a class without a name (JEP 512). */
    private static final String COMPACT =
            """
            void main() {
                System.out.println("result sum " + sum(DEPTH));
            }

            long sum(int n) {
                return n == 0 ? 0 : n + sum(n - 1);
            }
            """;

    @TempDir Path folder;

    @Test
    void aJarRecursesDeep() throws IOException {
        Path jar = jar(compiled(false), "own.Program");
        check(AppProcess.ofWords("-jar", jar.toString()), "null");
    }

    @Test
    void aModuleRecursesDeep() throws IOException {
        String classes = compiled(true).toString();
        check(AppProcess.ofWords("-p", classes, "-m", "own.module/own.Program"), "own.module");
    }

    @Test
    void aModularJarOnTheModulePathRecursesDeep() throws IOException {
        String jar = jar(compiled(true), "own.Program").toString();
        check(AppProcess.ofWords("-p", jar, "-m", "own.module/own.Program"), "own.module");
    }

    @Test
    void aSourceFileRecursesDeep() throws IOException {
        check(AppProcess.ofWords(source(PROGRAM).toString()), "null");
    }

    @Test
    void aCompactSourceFileRecursesDeep() throws IOException {
        Assumptions.assumeTrue(Jvm.standard().feature() >= 25, "a preview before");
        String text = COMPACT.replace("DEPTH", Integer.toString(DEPTH));
        AppProcess.ofWords(source(text).toString())
                .options("report=stderr")
                .run()
                .grew()
                .printed("sum", Expected.sum(DEPTH));
    }

    private static void check(AppProcess process, String module) {
        process.options("report=stderr")
                .heap("512m")
                .arguments(DEPTH, "second")
                .run()
                .grew()
                .printed("sum", Expected.sum(DEPTH))
                .printed("module", module)
                .printed("arguments", "2 second");
    }

    /** In the folder of its package, which a JDK demands of a source file that it launches. */
    private Path source(String text) throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        return Files.writeString(own.resolve("Program.java"), text);
    }

    private Path compiled(boolean asModule) throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        String[] options = {"-d", classes.toString(), "-source", "21", "-target", "21", "-nowarn"};
        String[] files = {source(PROGRAM).toString()};
        if (asModule) {
            Path info = folder.resolve("module-info.java");
            Files.writeString(info, "module own.module {}");
            files = new String[] {files[0], info.toString()};
        }
        String[] words = new String[options.length + files.length];
        System.arraycopy(options, 0, words, 0, options.length);
        System.arraycopy(files, 0, words, options.length, files.length);
        OutputStream ignored = OutputStream.nullOutputStream();
        int code = ToolProvider.getSystemJavaCompiler().run(null, ignored, ignored, words);
        Assertions.assertEquals(0, code, "compiled");
        return classes;
    }

    private Path jar(Path classes, String mainClass) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
        Path jar = folder.resolve("program.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }
}
