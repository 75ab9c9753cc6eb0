package dev.morestack.benchmarks.macro;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** java.util.regex searches source files for things that people search for. */
final class RegexText implements Workload {

    private static final int FILES = 20;

    private static final List<Pattern> PATTERNS =
            List.of(
                    Pattern.compile("\\b[A-Z][a-zA-Z0-9_]*Exception\\b"),
                    Pattern.compile(
                            "(?:public|protected|private)\\s+(?:static\\s+)?\\w+\\s+\\w+\\("),
                    Pattern.compile("\"[^\"\\n]*\""),
                    Pattern.compile("@(param|return|throws)\\s+(\\S+)"),
                    Pattern.compile("(\\w+)\\s*=\\s*new\\s+\\1", Pattern.CASE_INSENSITIVE),
                    Pattern.compile(
                            "^\\s*(?:if|while|for)\\s*\\(.*\\)\\s*\\{$", Pattern.MULTILINE));

    private final List<String> texts;

    RegexText() throws IOException {
        texts = List.copyOf(Sources.of(FILES, "java/util").values());
    }

    @Override
    public long run() {
        long found = 0;
        for (String text : texts) {
            for (Pattern pattern : PATTERNS) {
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    found += matcher.end() - matcher.start();
                }
            }
        }
        return found;
    }
}
