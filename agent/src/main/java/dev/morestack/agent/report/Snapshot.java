package dev.morestack.agent.report;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.util.Map;

/** All that had been measured at one moment. {@code docs/profiling.md} has the schema. */
public final class Snapshot {

    /** Raised when a member changes its meaning; a new member does not. */
    static final int SCHEMA = 1;

    private final Map<String, Object> values;
    private final String json;

    Snapshot(Map<String, Object> values) {
        this.values = values;
        json = JsonWriter.string(values);
    }

    /** Returns the values in order, where reading the text would lose it. */
    Map<String, Object> values() {
        return values;
    }

    /** Returns the JSON text, in one line. */
    public String json() {
        return json;
    }

    JsonObject parsed() throws IOException {
        return parse(json);
    }

    /**
     * Reads what a report with the extension {@code .json} contains.
     *
     * @throws IOException when it is no such report
     */
    static JsonObject parse(String json) throws IOException {
        JsonObject parsed;
        try {
            parsed = JsonParser.object().from(json);
        } catch (JsonParserException e) {
            throw new IOException("no report as JSON: " + e.getMessage(), e);
        }
        if (parsed.getInt("schema") != SCHEMA) {
            throw new IOException("no report of schema " + SCHEMA);
        }
        return parsed;
    }
}
