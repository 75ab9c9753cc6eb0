package dev.morestack.suites;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a test's unique id apart. */
final class TestId {

    /** The second segment: Jupiter says {@code class}, the engine of JUnit 4 {@code runner}. */
    private static final Pattern CLASS = Pattern.compile("\\[(?:class|runner):([^\\]]+)\\]");

    private TestId() {}

    /** Returns the class to select for the test to run again; empty if the id names none. */
    static String className(String id) {
        Matcher matcher = CLASS.matcher(id);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Returns the id without what is the same in all of them, for tables. */
    static String brief(String id) {
        String path = id.replaceFirst("^\\[engine:[^\\]]+\\]/", "").replace("]/[", "/");
        return path.replaceFirst("^\\[", "").replaceFirst("\\]$", "");
    }
}
