package dev.morestack.suites;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The differences whose reason is known, from a file with one of them a line. */
final class Explanations {

    /** The file, which says itself how its lines are built. */
    private static final String FILE = "explained.txt";

    private static final int FIELDS = 4;

    private final List<Explanation> known;

    private Explanations(List<Explanation> known) {
        this.known = known;
    }

    /** Returns what is known of all published suites. */
    static Explanations ofPublishedSuites() throws IOException {
        try (InputStream in = Explanations.class.getResourceAsStream(FILE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static Explanations parse(String text) {
        List<Explanation> known = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                known.add(explanation(line));
            }
        }
        return new Explanations(known);
    }

    /** Returns the reason of a difference; empty if it is not known. */
    String reason(Suite suite, Difference difference) {
        for (Explanation explanation : known) {
            if (explanation.fits(suite, difference)) {
                return explanation.reason;
            }
        }
        return "";
    }

    private static Explanation explanation(String line) {
        String[] fields = line.split("\\|", FIELDS);
        if (fields.length < FIELDS || fields[FIELDS - 1].isBlank()) {
            throw new IllegalArgumentException("not 'suite | mode | test | reason': " + line);
        }
        return new Explanation(
                fields[0].strip(),
                fields[1].strip(),
                Pattern.compile(fields[2].strip()),
                fields[3].strip());
    }

    private record Explanation(String artifact, String mode, Pattern test, String reason) {

        boolean fits(Suite suite, Difference difference) {
            return artifact.equals(suite.artifact())
                    && mode.equals(difference.mode().label())
                    && test.matcher(TestId.brief(difference.id())).matches();
        }
    }
}
