package dev.morestack.benchmarks;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The scores of one run, read from the JSON that JMH writes. */
record Scores(List<Score> all) {

    /**
     * A score.
     *
     * @param name the class, the method and the values of the parameters, separated by spaces
     * @param nanos per operation
     * @param error half the width of JMH's 99.9 % interval; NaN when too few values were taken
     */
    record Score(String name, double nanos, double error) {}

    static Scores read(Path json) throws IOException {
        List<Score> scores = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(json)) {
            for (JsonElement element : JsonParser.parseReader(reader).getAsJsonArray()) {
                Score score = score(element.getAsJsonObject());
                scores.add(score);
                entering(score.name(), element.getAsJsonObject()).ifPresent(scores::add);
            }
        }
        return new Scores(List.copyOf(scores));
    }

    private static Score score(JsonObject result) {
        String method = result.get("benchmark").getAsString();
        String className = method.substring(0, method.lastIndexOf('.'));
        StringBuilder name = new StringBuilder(method.substring(className.lastIndexOf('.') + 1));
        if (result.has("params")) {
            for (String parameter : result.getAsJsonObject("params").keySet()) {
                name.append(' ')
                        .append(result.getAsJsonObject("params").get(parameter).getAsString());
            }
        }
        JsonObject metric = result.getAsJsonObject("primaryMetric");
        return new Score(
                name.toString().replace('.', ' '),
                metric.get("score").getAsDouble(),
                metric.get("scoreError").getAsDouble());
    }

    /** Returns what a part of the operation takes, where the benchmark has counted that. */
    private static Optional<Score> entering(String name, JsonObject result) {
        JsonObject counts = result.getAsJsonObject("secondaryMetrics");
        if (counts == null || !counts.has("nanos")) {
            return Optional.empty();
        }
        double nanos = counts.getAsJsonObject("nanos").get("score").getAsDouble();
        double spills = counts.getAsJsonObject("spills").get("score").getAsDouble();
        return Optional.of(new Score(name + " entering", nanos / spills, Double.NaN));
    }

    /** Returns the ns per operation of a benchmark, if it was run. */
    OptionalDouble nanos(String name) {
        return all.stream()
                .filter(score -> score.name().equals(name))
                .mapToDouble(Score::nanos)
                .findFirst();
    }

    /** Returns how many ns more than another a benchmark takes, if both were run. */
    OptionalDouble difference(String name, String baseline) {
        OptionalDouble above = nanos(name);
        OptionalDouble below = nanos(baseline);
        return above.isPresent() && below.isPresent()
                ? OptionalDouble.of(above.getAsDouble() - below.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Returns how many times the ns of one benchmark those of another are, if both were run. */
    OptionalDouble ratio(String name, String baseline) {
        OptionalDouble above = nanos(name);
        OptionalDouble below = nanos(baseline);
        return above.isPresent() && below.isPresent()
                ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Returns the most ns per operation of the benchmarks whose names begin so, if any was run. */
    OptionalDouble most(String beginning) {
        return all.stream()
                .filter(score -> score.name().startsWith(beginning))
                .mapToDouble(Score::nanos)
                .max();
    }
}
