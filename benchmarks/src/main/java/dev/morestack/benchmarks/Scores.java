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
                scores.add(score(element.getAsJsonObject()));
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

    /** Returns the ns per operation of a benchmark, if it was run. */
    OptionalDouble nanos(String name) {
        return all.stream()
                .filter(score -> score.name().equals(name))
                .mapToDouble(Score::nanos)
                .findFirst();
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
