package dev.morestack.benchmarks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The page that a run leaves behind, in Markdown, with a folder of charts beside it.
 *
 * @param title of the page
 * @param notes on machine, JVM, flags and load, a paragraph each
 */
public record Page(String title, List<String> notes, List<Section> sections) {

    /** Stands in sections where the folder of charts will have its name. */
    static final String FOLDER = "{charts}";

    /** Writes the page and its charts under a name, and returns the page's file. */
    public Path write(Path folder, String name) throws IOException {
        Path charts = Files.createDirectories(folder.resolve(name));
        for (Section section : sections) {
            for (Chart chart : section.charts()) {
                Files.writeString(charts.resolve(chart.name() + ".svg"), chart.svg());
            }
        }
        Path file = folder.resolve(name + ".md");
        return Files.writeString(file, text().replace(FOLDER, name));
    }

    public String text() {
        StringBuilder page = new StringBuilder("# " + title + "\n\n");
        notes.forEach(note -> page.append(note).append("\n\n"));
        page.append("## Targets\n\n").append(targets().text()).append('\n');
        sections.forEach(section -> page.append(section.text()));
        return page.toString().stripTrailing() + "\n";
    }

    private Table targets() {
        List<Verdict> verdicts = new ArrayList<>();
        sections.forEach(section -> verdicts.addAll(section.verdicts()));
        Table table = new Table("what", "measured", "at most", "verdict");
        for (Verdict verdict : verdicts) {
            table.add(
                    verdict.what(),
                    Figure.of(verdict.measured()),
                    Figure.of(verdict.most()),
                    verdict.isMet() ? "met" : "**MISSED**");
        }
        return table;
    }
}
