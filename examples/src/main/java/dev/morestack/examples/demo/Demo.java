package dev.morestack.examples.demo;

import dev.morestack.examples.demo.Table.Column;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows real programs that die of {@code StackOverflowError}, and that they finish with Morestack.
 *
 * <p>Run it with {@code ./morestack demo}, or {@code ./morestack demo 4} for a case alone. Each
 * case runs twice in a JVM of its own, without the agent and with it. The demo ends with exit code
 * 1 if a case is wrong with the agent, 2 if its own arguments are.
 */
public final class Demo {

    private final CaseRunner runner;
    private final Table table =
            new Table(
                    System.out,
                    new Column("case", 4),
                    new Column("input", -33),
                    new Column("depth", 7),
                    new Column("without Morestack", -18),
                    new Column("seconds", 7),
                    new Column("with Morestack", -38),
                    new Column("right", -5),
                    new Column("seconds", 7),
                    new Column("spills", 9));

    private Demo(CaseRunner runner) {
        this.runner = runner;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        DemoOptions options;
        try {
            options = DemoOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("morestack demo: " + e.getMessage() + "\n" + DemoOptions.USAGE);
            System.exit(2);
            return;
        }
        Demo demo = new Demo(new CaseRunner(options.java(), options.agent()));
        System.exit(demo.run(options.cases()) ? 0 : 1);
    }

    /** Runs cases, and tells whether all of them are right with the agent. */
    private boolean run(Iterable<DemoCase> cases) throws IOException, InterruptedException {
        boolean allRight = true;
        table.printTitles();
        for (DemoCase demoCase : cases) {
            allRight &= run(demoCase);
        }
        return allRight;
    }

    private boolean run(DemoCase demoCase) throws IOException, InterruptedException {
        ProgramRun without = runner.without(demoCase);
        CaseRunner.WithAgent with = runner.with(demoCase);
        boolean right = with.run().outcome().equals(demoCase.answer);
        table.print(
                Integer.toString(demoCase.number()),
                demoCase.input,
                Integer.toString(demoCase.depth),
                without.outcome(),
                seconds(without.time()),
                with.run().outcome(),
                right ? "yes" : "NO",
                seconds(with.run().time()),
                Long.toString(with.spills()));
        if (!right) {
            System.err.println("case " + demoCase.number() + " should be: " + demoCase.answer);
            System.err.print(with.run().errors());
        }
        return right;
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f", time.toMillis() / 1000.0);
    }
}
