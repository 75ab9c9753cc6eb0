package dev.morestack.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** Compiles hello world with javac. The argument is a folder to do it in. */
final class CompileHello {

    private CompileHello() {}

    public static void main(String[] arguments) throws IOException {
        Path source = Path.of(arguments[0], "HelloWorld.java");
        Files.writeString(
                source,
                """
                public class HelloWorld {
                    public static void main(String[] arguments) {
                        System.out.println("Hello");
                    }
                }
                """);
        int errors =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", arguments[0], source.toString());
        Resident.printIfAsked();
        System.exit(errors);
    }
}
