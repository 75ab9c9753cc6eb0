package dev.morestack.benchmarks;

import dev.morestack.benchmarks.depth.Contender;
import dev.morestack.benchmarks.page.Section;
import dev.morestack.benchmarks.programs.ProgramClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whole programs that overflow a default stack, against the same on a huge one. */
final class Programs implements Part {

    private static final List<String> FLAGS = List.of("-Xmx3g");
    private static final String DEMO = "dev.morestack.examples.demo.";
    private static final String OURS = "dev.morestack.benchmarks.programs.";
    private static final double MOST = 1.5;

    /** What is run: a class with a main method, and its arguments. */
    private record Program(String name, List<String> command) {

        Program(String name, String... command) {
            this(name, List.of(command));
        }
    }

    private static final List<Program> PROGRAMS =
            List.of(
                    new Program("ANTLR, blocks of Java", OURS + "ParsedJava"),
                    new Program("Gson 2.9.0, arrays", DEMO + "GsonArrays"),
                    new Program("DOM, elements", OURS + "XmlElements"),
                    new Program("EvalEx 3.4.0, parentheses", DEMO + "EvalExSum"),
                    new Program("org.json, objects", DEMO + "JsonObjects"),
                    new Program("java.util.regex, (?:a|b)*", DEMO + "RegexAlternation"),
                    new Program("serialisation, linked list", DEMO + "SerializedList"),
                    new Program("javac, sum of 10,000", DEMO + "CompiledSum"),
                    new Program(
                            "recursion of every shape",
                            "dev.morestack.apps.recursion.Recursion",
                            "MAIN",
                            "50000"),
                    new Program("H2, parentheses", OURS + "SqlParentheses"),
                    new Program("SnakeYAML, lists", OURS + "YamlLists"),
                    new Program("Rhino, recursion", OURS + "ScriptRecursion"),
                    new Program("Jackson, both ways", OURS + "JacksonTree"),
                    new Program("streams and lists", OURS + "ConcatenatedStreams"));

    @Override
    public Section measure(Bench bench) throws IOException, InterruptedException {
        Section section = new Section("Programs: what overflows a default stack");
        section.say(
                "`-Xmx3g`, once each: the time of `main` in a fresh JVM, without its start, on a"
                        + " stack of 8 GB without the agent, and on the main thread's with"
                        + " `policy=`, in turn. Median of the rounds' ratios to the huge stack"
                        + " (least - most). All print the same.");
        AgainstHugeStack results = new AgainstHugeStack("program");
        for (Program program : bench.cases(PROGRAMS)) {
            Answer answer = new Answer();
            results.measure(
                    program.name(),
                    bench.rounds(5, 1),
                    contender -> answer.checked(run(bench, contender, program)).number("nanos"));
        }
        results.addTo(section, "programs", MOST);
        section.judge(
                "programs: adaptive, median, times a huge stack",
                Statistics.median(results.ratios()),
                1.2);
        section.judge(
                "programs: adaptive, the worst, times a huge stack",
                Statistics.most(results.ratios()),
                MOST);
        return section;
    }

    private static Bench.Run run(Bench bench, Contender contender, Program program)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        arguments.add(Long.toString(contender.stackSize()));
        arguments.addAll(program.command());
        return bench.run(
                bench.flags(contender, FLAGS),
                ProgramClock.class,
                arguments.toArray(String[]::new));
    }

    /** What a program prints, which is the same each time. */
    private static final class Answer {

        private List<String> first;

        Bench.Run checked(Bench.Run run) throws IOException {
            List<String> lines =
                    run.lines().stream().filter(line -> !line.startsWith("nanos ")).toList();
            first = first == null ? lines : first;
            if (lines.isEmpty() || !lines.equals(first)) {
                throw new IOException(lines + " is not " + first);
            }
            return run;
        }
    }
}
