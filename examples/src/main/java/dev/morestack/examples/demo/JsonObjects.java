package dev.morestack.examples.demo;

import org.json.JSONObject;

/**
 * Case 3: org.json 20210307 reads JSON objects within objects.
 *
 * <p>Here the recursion goes through a constructor: a {@code JSONObject} is built by reading its
 * members, and a member that is an object is built by the same constructor. Every frame in between
 * holds an object that is not yet initialised.
 */
final class JsonObjects {

    static final int DEPTH = 20_000;

    private JsonObjects() {}

    public static void main(String[] arguments) {
        String json = json(Depth.of(arguments, DEPTH));
        System.out.println(depth(new JSONObject(json)) + " objects");
    }

    static String json(int depth) {
        return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    /** Counts in a loop how many objects stand in one another. */
    static int depth(JSONObject outermost) {
        int depth = 0;
        Object value = outermost;
        while (value instanceof JSONObject object) {
            value = object.get("a");
            depth++;
        }
        if (!Integer.valueOf(1).equals(value)) {
            throw new IllegalStateException("the innermost value is " + value);
        }
        return depth;
    }
}
