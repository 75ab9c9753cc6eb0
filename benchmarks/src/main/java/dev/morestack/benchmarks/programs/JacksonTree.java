package dev.morestack.benchmarks.programs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Jackson writes maps and lists within one another, and reads them back. */
final class JacksonTree {

    private static final int DEPTH = 20_000;

    private JacksonTree() {}

    public static void main(String[] arguments) throws IOException {
        Object value = 1;
        for (int level = 0; level < DEPTH; level++) {
            value = level % 2 == 0 ? List.of(value) : Map.of("a", value);
        }
        JsonFactory factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(Integer.MAX_VALUE)
                                        .build())
                        .streamWriteConstraints(
                                StreamWriteConstraints.builder()
                                        .maxNestingDepth(Integer.MAX_VALUE)
                                        .build())
                        .build();
        ObjectMapper mapper = new ObjectMapper(factory);
        String json = mapper.writeValueAsString(value);
        Object copy = mapper.readValue(json, Object.class);
        System.out.println(json.length() + " characters, " + depth(copy) + " levels");
    }

    private static int depth(Object outermost) {
        int depth = 0;
        Object value = outermost;
        while (!(value instanceof Integer)) {
            value = value instanceof List<?> list ? list.get(0) : ((Map<?, ?>) value).get("a");
            depth++;
        }
        return depth;
    }
}
