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

    /** What a program is started with. */
    private enum Agent {
        NONE,
        MORESTACK,
        JACOCO;

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

    private final Section section = new Section("Start-up and footprint");
    private final Table table =
            new Table(
                    "program", "agent", "ms", "ms more", "ratio", "of pairs", "resident MB",
                    "pairs");
    private final List<Bars.Bar> bars = new ArrayList<>();

    @Override
    public Section measure(Bench bench) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("morestack-start");
        try {
            LoadClasses.make(folder);
            section.say(
                    "Default flags. Whole processes, with no agent, with Morestack and with JaCoCo"
                            + " 0.8.15 (`output=none`) in turn; medians, of pairs where two are"
                            + " compared. Resident: the most, in runs of their own.");
            measure(bench, "hello world", Hello.class, folder);
            measure(bench, "javac of hello world", CompileHello.class, folder);
            measure(bench, "loading 5,000 classes", LoadClasses.class, folder);
        } finally {
            delete(folder);
        }
        section.add(table);
        section.add(new Bars("start", "Start-up: times without an agent", "", 1.2, bars));
        return section;
    }

    private void measure(Bench bench, String name, Class<?> program, Path folder)
            throws IOException, InterruptedException {
        List<Pairs> pairs = new ArrayList<>();
        for (Agent agent : Agent.values()) {
            pairs.add(new Pairs());
            // The first reads files that later ones find in memory.
            millis(bench, agent, program, folder);
        }
        for (int round = 0; round < bench.times(13, 3); round++) {
            double without = millis(bench, Agent.NONE, program, folder);
            for (Agent agent : Agent.values()) {
                pairs.get(agent.ordinal())
                        .add(without, millis(bench, agent, program, folder));
            }
        }
        for (Agent agent : Agent.values()) {
            add(bench, name, program, folder, agent, pairs.get(agent.ordinal()));
        }
        Pairs morestack = pairs.get(Agent.MORESTACK.ordinal());
        if (program == Hello.class) {
            section.judge("start: hello world, ms more", morestack.difference(), 100);
        } else if (program == LoadClasses.class) {
            section.judge("start: " + name + ", times without", morestack.ratio(), 1.2);
        }
    }

    private void add(
            Bench bench, String name, Class<?> program, Path folder, Agent agent, Pairs pairs)
            throws IOException, InterruptedException {
        String label = agent.name().toLowerCase(Locale.ROOT);
        List<String> flags = new ArrayList<>(agent.flags(bench));
        flags.add("-D" + Resident.PROPERTY + "=true");
        Bench.Run resident = bench.run(flags, program, folder.toString());
        table.add(
                name,
                label,
                String.format(Locale.ROOT, "%.0f", Statistics.median(pairs.with())),
                String.format(Locale.ROOT, "%.0f", pairs.difference()),
                String.format(Locale.ROOT, "%.2f", pairs.ratio()),
                pairs.range(),
                String.format(
                        Locale.ROOT, "%.0f", Double.parseDouble(resident.line("resident")) / 1024),
                Integer.toString(pairs.size()));
        if (agent != Agent.NONE) {
            bars.add(new Bars.Bar(name + ", " + label, pairs.ratio()));
        }
    }

    private static double millis(Bench bench, Agent agent, Class<?> program, Path folder)
            throws IOException, InterruptedException {
        return bench.run(agent.flags(bench), program, folder.toString()).millis();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
