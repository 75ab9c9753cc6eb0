package dev.morestack.benchmarks.page;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown; all columns but the first are numbers. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... titles) {
        rows.add(List.of(titles));
    }

    public void add(String... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException("cells: " + List.of(cells));
        }
        rows.add(List.of(cells));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        append(text, rows.get(0));
        text.append("| ---").append(" | ---:".repeat(rows.get(0).size() - 1)).append(" |\n");
        rows.stream().skip(1).forEach(row -> append(text, row));
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> row) {
        text.append("| ");
        // A bar would end the cell.
        text.append(
                String.join(" | ", row.stream().map(cell -> cell.replace("|", "\\|")).toList()));
        text.append(" |\n");
    }
}
