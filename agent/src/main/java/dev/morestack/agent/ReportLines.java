package dev.morestack.agent;

/** Lines of a name and a number each, aligned. */
final class ReportLines {

    private static final int WIDTH = 44;

    private final StringBuilder text = new StringBuilder();

    void add(String name, long value) {
        text.append(name).append(' ');
        for (int i = name.length() + 1; i < WIDTH; i++) {
            text.append(' ');
        }
        text.append(value).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
