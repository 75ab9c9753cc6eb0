package dev.morestack.examples.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.morestack.examples.AgentJvm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs the demo as its users do. */
class DemoIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String AGENT = "--agent=" + AgentJvm.agent();

    @Test
    void everyCaseDiesWithoutTheAgentAndIsRightWithIt() throws Exception {
        ProgramRun run = demo(Map.of(), AGENT);
        assertEquals(0, run.exitCode(), run::toString);
        for (DemoCase demoCase : DemoCase.values()) {
            Pattern row =
                    Pattern.compile(
                            String.format(
                                    "^ *%d  %s +%d  StackOverflowError +[0-9.]+  %s +yes .*"
                                            + " [1-9]\\d*$",
                                    demoCase.number(),
                                    Pattern.quote(demoCase.input),
                                    demoCase.depth,
                                    Pattern.quote(demoCase.answer)),
                            Pattern.MULTILINE);
            assertTrue(row.matcher(run.out()).find(), () -> row + " is not in\n" + run.out());
        }
    }

    @Test
    void aCaseThatIsWrongWithTheAgentFailsTheDemo() throws Exception {
        ProgramRun run = demo(Map.of("MORESTACK_ENABLED", "false"), AGENT, "4");
        assertEquals(1, run.exitCode(), run::toString);
        assertTrue(run.errors().contains("case 4 should be: 100000 characters match"));
    }

    @Test
    void anArgumentThatMakesNoSenseIsNamedAndNothingRuns() throws Exception {
        for (List<String> arguments :
                List.of(
                        List.of(AGENT, "7"),
                        List.of(AGENT, "--jvm=java"),
                        List.of("--agent=no-such.jar"))) {
            ProgramRun run = demo(Map.of(), arguments.toArray(String[]::new));
            assertEquals(2, run.exitCode(), run::toString);
            assertEquals("", run.out());
            assertTrue(run.errors().contains(arguments.get(arguments.size() - 1)), run.errors());
        }
    }

    private static ProgramRun demo(Map<String, String> environment, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>();
        command.add(AgentJvm.java().toString());
        command.addAll(List.of("-cp", "target/classes:target/lib/*", Demo.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().putAll(environment);
        return ProgramRun.of(process, LIMIT);
    }
}
