package dev.morestack.apps.jdk;

import dev.morestack.apps.Result;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.net.URI;
import java.util.List;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a sum of many terms in memory and runs it. Arguments: the terms. */
public final class CompiledSum {

    private CompiledSum() {}

    public static void main(String[] args) throws Exception {
        int terms = Integer.parseInt(args[0]);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream classFile = new ByteArrayOutputStream();
        try (JavaFileManager files =
                new InMemory(compiler.getStandardFileManager(null, null, null), classFile)) {
            boolean compiled =
                    compiler.getTask(null, files, null, null, null, List.of(new Source(terms)))
                            .call();
            Result.print("compiled", compiled);
        }
        Class<?> sum = MethodHandles.lookup().defineClass(classFile.toByteArray());
        Result.print("sum", sum.getMethod("of", int.class).invoke(null, 3));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final int terms;

        Source(int terms) {
            super(URI.create("string:///dev/morestack/apps/jdk/Sum.java"), Kind.SOURCE);
            this.terms = terms;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return "package dev.morestack.apps.jdk;"
                    + "public class Sum { public static int of(int i) { return i"
                    + "+i".repeat(terms - 1)
                    + "; } }";
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final OutputStream classFile;

        InMemory(JavaFileManager files, OutputStream classFile) {
            super(files);
            this.classFile = classFile;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location,
                String className,
                JavaFileObject.Kind kind,
                javax.tools.FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///Sum.class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classFile;
                }
            };
        }
    }
}
