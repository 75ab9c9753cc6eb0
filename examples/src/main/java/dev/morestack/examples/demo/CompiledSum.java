package dev.morestack.examples.demo;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Case 6: the Java compiler compiles a sum of many terms.
 *
 * <p>{@code i+i+i+...} is a tree that leans to the left, as deep as it has terms, and every phase
 * of {@code javac} walks it by recursion. Code generators meet this; the advice has been to give
 * the compiler a bigger stack.
 */
final class CompiledSum {

    static final int DEPTH = 10_000;

    private CompiledSum() {}

    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        Path folder = Files.createTempDirectory("morestack-demo");
        try (SourceCompiler compiler = new SourceCompiler(folder)) {
            Method sum =
                    compiler.compile("Sum", source(Depth.of(arguments, DEPTH)))
                            .getMethod("sum", int.class);
            System.out.println("sum(3) is " + sum.invoke(null, 3));
        }
    }

    static String source(int depth) {
        String terms = "i" + "+i".repeat(depth - 1);
        return "public class Sum { public static int sum(int i) { return " + terms + "; } }";
    }
}
