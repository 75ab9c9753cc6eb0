package dev.morestack.benchmarks;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.morestack.benchmarks.page.Figure;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scores of one run, read from the JSON that JMH writes. */
record Scores(List<Score> all) {

    /**
     * A score.
     *
     * @param name the class, the method, the word {@code entering} if it is of that part alone, and
     *     the values of the parameters, separated by spaces
     * @param value per operation, in the benchmark's unit
     * @param error half the width of JMH's 99.9 % interval; NaN when too few values were taken
     */
    record Score(String name, double value, double error) {

        /** Returns the value, and the error if there is one. */
        String text() {
            return Figure.of(value) + (Double.isNaN(error) ? "" : " ± " + Figure.of(error));
        }
    }

    static Scores read(Path json) throws IOException {
        List<Score> scores = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(json)) {
            for (JsonElement element : JsonParser.parseReader(reader).getAsJsonArray()) {
                JsonObject result = element.getAsJsonObject();
                scores.add(score(result));
                entering(result).ifPresent(scores::add);
            }
        }
        return new Scores(List.copyOf(scores));
    }

    private static Score score(JsonObject result) {
        JsonObject metric = result.getAsJsonObject("primaryMetric");
        return new Score(
                name(result, ""),
                metric.get("score").getAsDouble(),
                metric.get("scoreError").getAsDouble());
    }

    /** Returns what a part of the operation takes, where the benchmark has counted that. */
    private static Optional<Score> entering(JsonObject result) {
        JsonObject counts = result.getAsJsonObject("secondaryMetrics");
        if (counts == null || !counts.has("nanos")) {
            return Optional.empty();
        }
        double nanos = counts.getAsJsonObject("nanos").get("score").getAsDouble();
        double spills = counts.getAsJsonObject("spills").get("score").getAsDouble();
        return Optional.of(new Score(name(result, " entering"), nanos / spills, Double.NaN));
    }

    private static String name(JsonObject result, String part) {
        String method = result.get("benchmark").getAsString();
        String className = method.substring(0, method.lastIndexOf('.'));
        StringBuilder name = new StringBuilder(method.substring(className.lastIndexOf('.') + 1));
        name.append(part);
        if (result.has("params")) {
            JsonObject parameters = result.getAsJsonObject("params");
            for (String parameter : parameters.keySet()) {
                name.append(' ').append(parameters.get(parameter).getAsString());
            }
        }
        return name.toString().replace('.', ' ');
    }

    /**
     * Returns the score of a benchmark.
     *
     * @throws IllegalArgumentException if it was not run
     */
    Score of(String name) {
        return all.stream()
                .filter(score -> score.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is not in " + all));
    }
}
