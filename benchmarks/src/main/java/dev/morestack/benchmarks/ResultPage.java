package dev.morestack.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * The page that a run of the benchmarks leaves behind, in Markdown.
 *
 * @param flags of the JVMs that were measured
 * @param options what was run
 */
record ResultPage(
        LocalDate date,
        Machine machine,
        String flags,
        BenchmarkOptions options,
        Scores scores,
        StartUp hello,
        StartUp classes) {

    private static final double MOST_START_UP = 100;
    private static final double MOST_FOR_CLASSES = 1.2;

    String text() {
        StringBuilder page = new StringBuilder();
        page.append("# Benchmarks, ").append(date).append("\n\n");
        page.append(machine.describe()).append("\n\n");
        page.append("`benchmarks/run.sh").append(options.choice()).append("`, JVMs with `");
        page.append(flags).append("`, default flags else.\n\n");
        page.append("## Targets\n\n");
        page.append("| what | measured | at most | |\n| --- | ---: | ---: | --- |\n");
        for (Verdict verdict : verdicts()) {
            page.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %.2f | %.4g | %s |\n",
                            verdict.what(),
                            verdict.measured(),
                            verdict.most(),
                            verdict.isMet() ? "met" : "MISSED"));
        }
        page.append("\n## All scores\n\nns per call or frame, with JMH's 99.9 % interval.\n\n");
        page.append("| benchmark | ns | +- |\n| --- | ---: | ---: |\n");
        for (Scores.Score score : scores.all()) {
            page.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %.3f | %.3f |\n",
                            score.name(),
                            score.nanos(),
                            score.error()));
        }
        page.append("\n## Start-up\n\nWhole processes, one at a time, in pairs.\n\n");
        page.append(line("Hello world", hello)).append(line("Loading 5,000 classes", classes));
        return page.toString();
    }

    private static String line(String what, StartUp measured) {
        return String.format(
                Locale.ROOT,
                "- %s, medians of %d pairs: %.0f ms without, %.0f ms with the agent; median of the"
                        + " differences %.0f ms, of the ratios %.2f.\n",
                what,
                measured.pairs(),
                measured.without(),
                measured.with(),
                measured.difference(),
                measured.ratio());
    }

    private List<Verdict> verdicts() {
        List<Verdict> verdicts = Verdict.on(scores);
        verdicts.add(new Verdict("hello world, ms more", hello.difference(), MOST_START_UP));
        verdicts.add(
                new Verdict("5,000 classes, times without", classes.ratio(), MOST_FOR_CLASSES));
        return verdicts;
    }
}
