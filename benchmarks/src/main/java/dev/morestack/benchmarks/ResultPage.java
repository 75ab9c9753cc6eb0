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
        StartUp startUp) {

    private static final double MOST_START_UP = 250;

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
        page.append(
                String.format(
                        Locale.ROOT,
                        "\n"
                                + "## Start-up\n\n"
                                + "Hello world, medians of %d pairs: %.0f ms without, %.0f ms with the"
                                + " agent; median difference of a pair %.0f ms.\n",
                        startUp.pairs(),
                        startUp.without(),
                        startUp.with(),
                        startUp.difference()));
        return page.toString();
    }

    private List<Verdict> verdicts() {
        List<Verdict> verdicts = Verdict.on(scores);
        verdicts.add(new Verdict("hello world, ms more", startUp.difference(), MOST_START_UP));
        return verdicts;
    }
}
