package dev.morestack.examples.demo;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles source text through {@code javax.tools} into a folder and loads the class from there.
 */
final class SourceCompiler implements AutoCloseable {

    private final Path folder;
    private final URLClassLoader loader;

    /**
     * Opens a compiler.
     *
     * @param folder an existing folder, which is deleted at the end
     */
    SourceCompiler(Path folder) throws IOException {
        this.folder = folder;
        loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
    }

    Class<?> compile(String className, String source) throws ClassNotFoundException {
        return compile(className, source, null);
    }

    /** Compiles and loads a class; the listener, which may be null, hears of warnings. */
    Class<?> compile(String className, String source, DiagnosticListener<JavaFileObject> listener)
            throws ClassNotFoundException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        boolean compiled =
                compiler.getTask(
                                complaints,
                                null,
                                listener,
                                List.of("-d", folder.toString(), "-proc:none", "-Xlint:cast"),
                                null,
                                List.of(new SourceText(className, source)))
                        .call();
        // javac answers a StackOverflowError with a message and its trace, not with the error.
        if (!compiled) {
            throw new IllegalStateException("the compiler gave up:\n" + complaints);
        }
        return Class.forName(className, true, loader);
    }

    @Override
    public void close() throws IOException {
        loader.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Source code in memory. */
    private static final class SourceText extends SimpleJavaFileObject {

        private final String text;

        SourceText(String className, String text) {
            super(URI.create("string:///" + className + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
