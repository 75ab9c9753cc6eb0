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
     * @param value per operation, in the benchmark's unit: the median of the JVMs
     * @param least that of the JVM with the least: JVMs compile the same code in different ways
     * @param most that of the JVM with the most
     */
    record Score(String name, double value, double least, double most) {

        /** Returns the value, and in brackets the least and the most. */
        String text() {
            return Figure.of(value, least, most);
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
        List<List<Double>> jvms = iterations(result.getAsJsonObject("primaryMetric"));
        return score(name(result, ""), jvms);
    }

    /** Returns what a part of the operation takes, where the benchmark has counted that. */
    private static Optional<Score> entering(JsonObject result) {
        JsonObject counts = result.getAsJsonObject("secondaryMetrics");
        if (counts == null || !counts.has("nanos")) {
            return Optional.empty();
        }
        List<List<Double>> nanos = iterations(counts.getAsJsonObject("nanos"));
        List<List<Double>> spills = iterations(counts.getAsJsonObject("spills"));
        List<List<Double>> each = new ArrayList<>();
        for (int jvm = 0; jvm < nanos.size(); jvm++) {
            each.add(quotients(nanos.get(jvm), spills.get(jvm)));
        }
        return Optional.of(score(name(result, " entering"), each));
    }

    private static List<Double> quotients(List<Double> dividends, List<Double> divisors) {
        List<Double> quotients = new ArrayList<>();
        for (int i = 0; i < dividends.size(); i++) {
            quotients.add(dividends.get(i) / divisors.get(i));
        }
        return quotients;
    }

    /** Returns a score from what was measured in each JVM. */
    private static Score score(String name, List<List<Double>> jvms) {
        List<Double> medians = jvms.stream().map(Statistics::median).toList();
        return new Score(
                name,
                Statistics.median(medians),
                Statistics.least(medians),
                Statistics.most(medians));
    }

    /** Returns the scores of the iterations in each JVM. */
    private static List<List<Double>> iterations(JsonObject metric) {
        List<List<Double>> jvms = new ArrayList<>();
        for (JsonElement jvm : metric.getAsJsonArray("rawData")) {
            List<Double> iterations = new ArrayList<>();
            jvm.getAsJsonArray().forEach(score -> iterations.add(score.getAsDouble()));
            jvms.add(iterations);
        }
        return jvms;
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
