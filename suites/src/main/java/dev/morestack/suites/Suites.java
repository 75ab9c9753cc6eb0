package dev.morestack.suites;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs published suites and fails when the agent breaks a test of theirs.
 *
 * <p>Arguments: {@code quick}, {@code all}, or artifacts of {@link Catalogue} separated by commas.
 */
public final class Suites {

    /** Stress spills wherever the agent alone would. */
    private static final List<Mode> QUICK_MODES = List.of(Mode.WITHOUT, Mode.STRESS);

    private Suites() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Machine machine = Machine.ofProperties();
        Explanations explanations = Explanations.ofPublishedSuites();
        List<Mode> modes = arguments[0].equals("quick") ? QUICK_MODES : List.of(Mode.values());
        List<SuiteResult> results = new ArrayList<>();
        for (Suite suite : chosen(arguments[0])) {
            SuiteResult result = new Trial(suite, modes, machine, explanations).run();
            System.out.println(text(List.of(result)));
            results.add(result);
        }
        String text = text(results);
        System.out.println(text);
        Path file = machine.folder().resolveSibling("suites.md");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        if (!results.stream().allMatch(SuiteResult::good)) {
            System.out.println("suites: the agent changes how tests end; see above and " + file);
            System.exit(1);
        }
    }

    private static List<Suite> chosen(String argument) {
        return switch (argument) {
            case "quick" -> Catalogue.QUICK;
            case "all" -> Catalogue.ALL;
            default -> Arrays.stream(argument.split(",")).map(Catalogue::named).toList();
        };
    }

    private static String text(List<SuiteResult> results) {
        StringBuilder text = new StringBuilder(SuiteTable.of(results));
        for (SuiteResult result : results) {
            if (!result.good() || !result.judged().isEmpty()) {
                text.append('\n').append(result.describe());
            }
        }
        return text.toString();
    }
}
