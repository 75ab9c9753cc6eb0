package dev.morestack.examples.demo;

import java.io.PrintStream;
import java.util.List;

/** A table that is printed row by row, so its columns have widths from the start. */
final class Table {

    private final PrintStream to;
    private final List<Column> columns;

    /**
     * A column.
     *
     * @param title what stands above it
     * @param width its characters; negative for text that is aligned to the left
     */
    record Column(String title, int width) {

        String cell(String text) {
            return String.format("%" + width + "s", text);
        }
    }

    Table(PrintStream to, Column... columns) {
        this.to = to;
        this.columns = List.of(columns);
    }

    void printTitles() {
        print(columns.stream().map(Column::title).toList());
        print(columns.stream().map(column -> "-".repeat(Math.abs(column.width()))).toList());
    }

    void print(String... cells) {
        print(List.of(cells));
    }

    private void print(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "" : "  ").append(columns.get(i).cell(cells.get(i)));
        }
        to.println(line.toString().stripTrailing());
    }
}
