package dev.morestack.runtime;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import jdk.internal.loader.BootLoader;
import jdk.internal.misc.Unsafe;

/**
 * Leaves C2 to the program: a directive, as of {@code jcmd Compiler.directives_add}, has the
 * agent's classes compiled by C1 alone.
 *
 * <p>They are hot while a program loads its classes, and there is much in them to inline. Where the
 * JVM has one thread for C2, the program waits for it, in code that is slower than C1's best.
 */
final class CompilerDirective {

    /** With fewer processors the JVM has one thread for C2. */
    private static final int PROCESSORS = 4;

    private static final String TEXT =
            "[{match: [\"dev/morestack/agent/*.*\", \"dev/morestack/transformer/*.*\"],"
                    + " c2: {Exclude: true}}]";

    private CompilerDirective() {}

    /** Adds it, where it is of use and the JVM takes it. Nothing depends on it. */
    static void add() {
        if (Runtime.getRuntime().availableProcessors() >= PROCESSORS) {
            return;
        }
        try {
            File file = new File(System.getProperty("java.io.tmpdir"), name());
            // Fails for one that is there, or a link.
            if (!file.createNewFile()) {
                return;
            }
            try {
                write(file);
                execute("Compiler.directives_add \"".concat(file.getPath()).concat("\""));
            } finally {
                boolean unused = file.delete();
            }
        } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
            Installation.log("C2 compiles the agent, too: ", e);
        }
    }

    /** Has the VM execute a diagnostic command, without the beans that stand before it. */
    private static void execute(String command) throws ReflectiveOperationException {
        Class<?> executor =
                Class.forName("com.sun.management.internal.DiagnosticCommandImpl", false, null);
        BootLoader.loadLibrary("management_ext");
        Function<Object, Object> method =
                Callers.ofMethod(
                        executor,
                        false,
                        "executeDiagnosticCommand",
                        "(Ljava/lang/String;)Ljava/lang/String;");
        Object receiver = Unsafe.getUnsafe().allocateInstance(executor);
        Object unused = method.apply(new Object[] {receiver, command});
    }

    private static String name() {
        return "morestack-".concat(Long.toHexString(System.nanoTime())).concat(".json");
    }

    private static void write(File file) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file)) {
            out.write(TEXT.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
