package dev.morestack.apps.jdk;

import dev.morestack.apps.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Collections inside collections, and streams behind streams. Arguments: how many collections, how
 * many streams (whose time grows by the square).
 */
public final class NestedCollections {

    private NestedCollections() {}

    public static void main(String[] args) {
        int depth = Integer.parseInt(args[0]);
        Result.print("hash", nested(depth).hashCode());
        Result.print("equal", nested(depth).equals(nested(depth)));
        Result.print("text", nested(depth).toString().length());
        int streams = Integer.parseInt(args[1]);
        Stream<Integer> stream = Stream.of(0);
        for (int i = 1; i <= streams; i++) {
            stream = Stream.concat(stream, Stream.of(i));
        }
        Result.print("sum", stream.mapToInt(Integer::intValue).sum());
        IntStream mapped = IntStream.of(0);
        for (int i = 0; i < streams; i++) {
            mapped = mapped.map(n -> n + 1);
        }
        Result.print("mapped", mapped.sum());
    }

    private static Object nested(int depth) {
        Object inner = 7;
        for (int i = 0; i < depth; i++) {
            inner =
                    switch (i % 4) {
                        case 0 -> new ArrayList<>(List.of(inner));
                        case 1 -> new HashMap<>(Map.of("k", inner));
                        case 2 -> Collections.unmodifiableList(new ArrayList<>(List.of(inner)));
                        default -> Optional.of(inner);
                    };
        }
        return inner;
    }
}
