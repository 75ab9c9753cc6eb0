package dev.morestack.benchmarks.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The JDK's collections and streams: a long chain of streams, and lists within lists. */
final class ConcatenatedStreams {

    private static final int DEPTH = 20_000;

    private ConcatenatedStreams() {}

    public static void main(String[] arguments) {
        Stream<Integer> stream = Stream.of(0);
        for (int level = 1; level < DEPTH; level++) {
            stream = Stream.concat(stream, Stream.of(level));
        }
        long sum = stream.mapToLong(Integer::longValue).sum();
        List<Object> nested = new ArrayList<>();
        for (int level = 1; level < DEPTH; level++) {
            List<Object> outer = new ArrayList<>();
            outer.add(nested);
            nested = outer;
        }
        System.out.println("sum " + sum + ", hash " + nested.hashCode());
    }
}
