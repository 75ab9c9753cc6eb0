package dev.morestack.benchmarks.page;

import java.util.ArrayList;
import java.util.List;

/** What one part of the suite has to say. */
public final class Section {

    private final String title;
    private final StringBuilder text = new StringBuilder();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<Chart> charts = new ArrayList<>();

    public Section(String title) {
        this.title = title;
    }

    /** Returns the title up to its colon. */
    public String shortTitle() {
        return title.split(":")[0];
    }

    public void say(String paragraph) {
        text.append(paragraph).append("\n\n");
    }

    public void add(Table table) {
        text.append(table.text()).append('\n');
    }

    public void add(Chart chart) {
        charts.add(chart);
        text.append("![").append(chart.title()).append("](").append(Page.FOLDER);
        text.append('/').append(chart.name()).append(".svg)\n\n");
    }

    public void judge(String what, double measured, double most) {
        verdicts.add(new Verdict(what, measured, most));
    }

    String text() {
        return "## " + title + "\n\n" + text;
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    List<Chart> charts() {
        return charts;
    }
}
