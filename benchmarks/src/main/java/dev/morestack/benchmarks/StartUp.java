package dev.morestack.benchmarks;

import dev.morestack.benchmarks.page.Bars;
import dev.morestack.benchmarks.page.Section;
import dev.morestack.benchmarks.page.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How long short programs take from start to end, and what they hold, beside another agent. */
final class StartUp implements Part {

    private static final int CLASSES = 5_000;
    private static final int FEW_CLASSES = 100;

    /** What a program is started with. */
    private enum Agent {
        NONE,
        MORESTACK,
        JACOCO;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<String> flags(Bench bench) {
            return switch (this) {
                case NONE -> List.of();
                case MORESTACK -> List.of(bench.with());
                case JACOCO -> List.of("-javaagent:" + jacoco() + "=output=none");
            };
        }

        private static String jacoco() {
            return Stream.of(System.getProperty("java.class.path").split(":"))
                    .filter(path -> path.contains("org.jacoco.agent"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no JaCoCo on the class path"));
        }
    }

    private final Table table =
            new Table("program", "agent", "ms", "ms more", "ratio", "resident MB", "rounds");
    private final List<Bars.Bar> bars = new ArrayList<>();

    @Override
    public Section measure(Bench bench) throws IOException, InterruptedException {
        Section section = new Section("Start-up and footprint");
        section.say(
                "Default flags. Whole processes, with no agent, with Morestack and with JaCoCo"
                        + " 0.8.15 (`output=none`) in turn; medians, of the rounds' differences and"
                        + " ratios to no agent (least - most). Resident: the most, in a run of its"
                        + " own.");
        int count = bench.chosen(CLASSES, CLASSES, FEW_CLASSES);
        Path folder = Files.createTempDirectory("morestack-start");
        String[] arguments = {folder.toString(), Integer.toString(count)};
        try {
            GeneratedClasses.compile(folder, count);
            Rounds<Agent> hello = measure(bench, "hello world", Hello.class, arguments);
            section.judge("start: hello world, ms more", hello.difference(Agent.MORESTACK), 100);
            measure(bench, "javac of hello world", CompileHello.class, arguments);
            String loading = String.format(Locale.ROOT, "loading %,d classes", count);
            Rounds<Agent> classes = measure(bench, loading, LoadClasses.class, arguments);
            section.judge(
                    "start: " + loading + ", times without", classes.ratio(Agent.MORESTACK), 1.2);
        } finally {
            Folder.delete(folder);
        }
        section.add(table);
        section.add(new Bars("start", "Start-up: times without an agent", "", 1.2, bars));
        return section;
    }

    private Rounds<Agent> measure(Bench bench, String name, Class<?> program, String[] arguments)
            throws IOException, InterruptedException {
        Rounds<Agent> rounds = new Rounds<>(Agent.NONE);
        double[] resident = new double[Agent.values().length];
        for (Agent agent : Agent.values()) {
            // It also reads files that later runs find in memory.
            List<String> flags = new ArrayList<>(agent.flags(bench));
            flags.add("-D" + Resident.PROPERTY + "=true");
            Bench.Run run = bench.run(flags, program, arguments);
            resident[agent.ordinal()] = run.number("resident") / 1024;
        }
        for (int round = 0; round < bench.rounds(15, 3); round++) {
            for (Agent agent : Agent.values()) {
                rounds.add(agent, bench.run(agent.flags(bench), program, arguments).millis());
            }
        }
        for (Agent agent : Agent.values()) {
            table.add(
                    name,
                    agent.label(),
                    String.format(Locale.ROOT, "%.0f", rounds.median(agent)),
                    String.format(Locale.ROOT, "%.0f", rounds.difference(agent)),
                    rounds.ratioWithRange(agent),
                    String.format(Locale.ROOT, "%.0f", resident[agent.ordinal()]),
                    Integer.toString(rounds.size()));
            if (agent != Agent.NONE) {
                bars.add(new Bars.Bar(name + ", " + agent.label(), rounds.ratio(agent)));
            }
        }
        return rounds;
    }
}
