package dev.morestack.agent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** On a JVM where stacks cannot grow the agent says so in a line, and the program runs. */
@Execution(ExecutionMode.CONCURRENT)
final class UnsupportedJvmIT {

    private static final String PROGRAM =
            "public class Old { public static void main(String[] a) {"
                    + " System.out.println(\"old \" + a[0]); System.exit(5); } }";

    @TempDir Path folder;

    @Test
    void aJvmWithoutContinuationsRunsTheProgramAsItIs() {
        Outcome outcome =
                AppProcess.of("basics.Hello")
                        .flags("-XX:+UnlockExperimentalVMOptions", "-XX:-VMContinuations")
                        .arguments("world")
                        .run()
                        .succeeded();
        Assertions.assertEquals("Hello, world!", outcome.stdout().strip());
        Assertions.assertEquals(List.of("Hello, stderr!"), outcome.programLines());
        assertOneLine(outcome);
    }

    @Test
    void aJvmWithoutContinuationsOverflowsAsItAlwaysDid() {
        Outcome outcome =
                AppProcess.of("recursion.Recursion")
                        .flags("-XX:+UnlockExperimentalVMOptions", "-XX:-VMContinuations")
                        .arguments("MAIN", 1_000_000, "STATIC")
                        .run()
                        .exited(1);
        assertOneLine(outcome);
        Assertions.assertTrue(
                outcome.programLines().get(0).endsWith("java.lang.StackOverflowError"),
                () -> outcome.describe("died of something else"));
    }

    @Test
    void anOlderJavaRunsTheProgramAsItIs() throws Exception {
        Assumptions.assumeFalse(Jvm.unsupported().isEmpty(), "no older Java was given");
        Path source = Files.writeString(folder.resolve("Old.java"), PROGRAM);
        String[] javac = {"-Xlint:-options", "--release", "8", source.toString()};
        int compiled = ToolProvider.getSystemJavaCompiler().run(null, null, null, javac);
        Assertions.assertEquals(0, compiled);
        for (Jvm jvm : Jvm.unsupported()) {
            Outcome outcome =
                    AppProcess.ofMainClass("Old", folder).on(jvm).arguments("world").run();
            Assertions.assertEquals("old world", outcome.exited(5).stdout().strip());
            Assertions.assertEquals(List.of(), outcome.programLines());
            assertOneLine(outcome);
        }
    }

    private static void assertOneLine(Outcome outcome) {
        List<String> lines = outcome.agentLines();
        Assertions.assertEquals(1, lines.size(), () -> outcome.describe("not one line"));
        Assertions.assertTrue(lines.get(0).contains("without the agent"), lines.get(0));
    }
}
