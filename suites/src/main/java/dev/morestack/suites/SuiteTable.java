package dev.morestack.suites;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The results of all suites as a table in Markdown. */
final class SuiteTable {

    private static final List<String> COLUMNS =
            List.of(
                    "suite",
                    "version",
                    "tests",
                    "failures without",
                    "with",
                    "under stress",
                    "stress=",
                    "broken",
                    "explained",
                    "flaky",
                    "once",
                    "spills under stress",
                    "seconds without",
                    "with",
                    "under stress");

    private static final List<Judgement> SHOWN =
            List.of(Judgement.BROKEN, Judgement.EXPLAINED, Judgement.FLAKY, Judgement.ONCE);

    private SuiteTable() {}

    static String of(List<SuiteResult> results) {
        StringBuilder table = new StringBuilder();
        row(table, COLUMNS);
        row(table, COLUMNS.stream().map(column -> "---").toList());
        results.forEach(result -> row(table, cells(result)));
        return table.toString();
    }

    private static List<String> cells(SuiteResult result) {
        List<String> cells = new ArrayList<>();
        cells.add(result.suite().artifact());
        cells.add(result.version());
        cells.add(of(result, Mode.WITHOUT, run -> number(run.outcomes().size())));
        for (Mode mode : Mode.values()) {
            cells.add(of(result, mode, SuiteTable::failures));
        }
        cells.add(number(result.suite().stress()));
        for (Judgement judgement : SHOWN) {
            cells.add(number(result.count(judgement)));
        }
        cells.add(of(result, Mode.STRESS, run -> number(run.spills())));
        for (Mode mode : Mode.values()) {
            cells.add(of(result, mode, run -> number(run.taken().toSeconds())));
        }
        return cells;
    }

    private static String failures(SuiteRun run) {
        return number(run.count(Verdict.FAILED)) + (run.complete() ? "" : ", not whole");
    }

    private static String of(SuiteResult result, Mode mode, Function<SuiteRun, String> cell) {
        return result.run(mode).map(cell).orElse("-");
    }

    private static String number(long value) {
        return String.format("%,d", value);
    }

    private static void row(StringBuilder table, List<String> cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
