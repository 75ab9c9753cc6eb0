package dev.morestack.agent.report;

import java.io.IOException;

/** What a report looks like, by the extension of its file. */
public enum ReportKind {
    TEXT(".txt"),
    JSON(".json"),
    HTML(".html"),
    COLLAPSED(".collapsed");

    private final String extension;

    ReportKind(String extension) {
        this.extension = extension;
    }

    /** Returns the kind for a path, text for one with another extension or none. */
    public static ReportKind of(String path) {
        for (ReportKind kind : values()) {
            if (path.endsWith(kind.extension)) {
                return kind;
            }
        }
        return TEXT;
    }

    /**
     * Returns the report.
     *
     * @throws IOException when the page's frame cannot be read from the agent's jar
     */
    public String render(Snapshot snapshot) throws IOException {
        if (this == JSON) {
            return snapshot.json().concat("\n");
        }
        if (this == HTML) {
            return HtmlReport.of(snapshot);
        }
        return this == COLLAPSED ? CollapsedReport.of(snapshot) : TextReport.of(snapshot);
    }
}
