package dev.morestack.benchmarks;

import dev.morestack.benchmarks.page.Bars;
import dev.morestack.benchmarks.page.Section;
import dev.morestack.benchmarks.page.Table;
import dev.morestack.benchmarks.programs.ProgramClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whole programs that overflow a default stack, against the same on a huge one. */
final class Programs implements Part {

    private static final String HUGE = Long.toString(4L << 30);
    private static final String HEAP = "-Xmx3g";
    private static final String DEMO = "dev.morestack.examples.demo.";
    private static final String OURS = "dev.morestack.benchmarks.programs.";

    /** What is run: a class with a main method, and its arguments. */
    private record Program(String name, List<String> command) {

        Program(String name, String... command) {
            this(name, List.of(command));
        }
    }

    private static final List<Program> PROGRAMS =
            List.of(
                    new Program("Gson 2.9.0, arrays", DEMO + "GsonArrays"),
                    new Program("EvalEx 3.4.0, parentheses", DEMO + "EvalExSum"),
                    new Program("org.json, objects", DEMO + "JsonObjects"),
                    new Program("java.util.regex, (?:a|b)*", DEMO + "RegexAlternation"),
                    new Program("serialisation, linked list", DEMO + "SerializedList"),
                    new Program("javac, sum of 10,000", DEMO + "CompiledSum"),
                    new Program("ANTLR, blocks of Java", OURS + "ParsedJava"),
                    new Program(
                            "recursion of every shape",
                            "dev.morestack.apps.recursion.Recursion",
                            "MAIN",
                            "50000"),
                    new Program("H2, parentheses", OURS + "SqlParentheses"),
                    new Program("SnakeYAML, lists", OURS + "YamlLists"),
                    new Program("Rhino, recursion", OURS + "ScriptRecursion"),
                    new Program("Jackson, both ways", OURS + "JacksonTree"),
                    new Program("DOM, elements", OURS + "XmlElements"),
                    new Program("streams and lists", OURS + "ConcatenatedStreams"));

    @Override
    public Section measure(Bench bench) throws IOException, InterruptedException {
        Section section = new Section("Programs: what overflows a default stack");
        section.say(
                "`"
                        + HEAP
                        + "`, once each: the time of `main` in a fresh JVM, on a stack of 4 GB"
                        + " without the agent, on the main thread's with it, in turn. Medians. Both"
                        + " must print the same.");
        Table table =
                new Table("program", "huge stack ms", "with ms", "ratio", "of pairs", "pairs");
        List<Bars.Bar> bars = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (Program program : PROGRAMS) {
            Pairs pairs = pairs(bench, program);
            table.add(
                    program.name(),
                    millis(pairs.without()),
                    millis(pairs.with()),
                    String.format(Locale.ROOT, "%.2f", pairs.ratio()),
                    pairs.range(),
                    Integer.toString(pairs.size()));
            bars.add(new Bars.Bar(program.name(), pairs.ratio()));
            ratios.add(pairs.ratio());
        }
        section.add(table);
        section.add(new Bars("programs", "Programs: times a huge stack", "", 1.5, bars));
        section.judge(
                "programs: median, times a huge stack", Statistics.median(ratios), 1.2);
        section.judge("programs: the worst, times a huge stack", Statistics.most(ratios), 1.5);
        return section;
    }

    private static Pairs pairs(Bench bench, Program program)
            throws IOException, InterruptedException {
        Pairs pairs = new Pairs();
        for (int pair = 0; pair < bench.times(5, 2); pair++) {
            Bench.Run huge = run(bench, List.of(HEAP), HUGE, program);
            Bench.Run morestack = run(bench, List.of(HEAP, bench.with()), "0", program);
            if (!answer(huge).equals(answer(morestack))) {
                throw new IOException(huge.lines() + " is not " + morestack.lines());
            }
            pairs.add(nanos(huge), nanos(morestack));
        }
        return pairs;
    }

    private static Bench.Run run(Bench bench, List<String> flags, String stack, Program program)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(stack));
        arguments.addAll(program.command());
        return bench.run(flags, ProgramClock.class, arguments.toArray(String[]::new));
    }

    private static double nanos(Bench.Run run) {
        return Double.parseDouble(run.line("nanos"));
    }

    private static List<String> answer(Bench.Run run) {
        return run.lines().stream().filter(line -> !line.startsWith("nanos ")).toList();
    }

    private static String millis(List<Double> nanos) {
        return String.format(Locale.ROOT, "%.0f", Statistics.median(nanos) / 1e6);
    }
}
