/*
 * EXAMPLE 02: a deep JSON document, read and written by a library as it is
 *
 * Parsers of nested formats call themselves for every level. Whoever sends the document decides how
 * many levels there are. The libraries' answer has been a limit on depth, or a stack size to be
 * guessed in advance. With Morestack neither the library nor its caller changes: here is Gson, from
 * its jar, with 200,000 arrays inside one another, there and back.
 *
 * $ ./morestack run -- -cp 'examples/target/classes:examples/target/lib/*' dev.morestack.examples.Example02DeepJson
 * morestack 0.1.0: stacks grow, up to 512m a thread
 * read 200000 arrays inside one another
 * written again, they are the same 400000 characters
 */
package dev.morestack.examples;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

/** Reads deeply nested JSON with Gson and writes it again. */
public final class Example02DeepJson {

    private static final int DEPTH = 200_000;

    private Example02DeepJson() {}

    public static void main(String[] arguments) {
        String json = "[".repeat(DEPTH) + "]".repeat(DEPTH);
        JsonElement tree = JsonParser.parseString(json);
        System.out.println("read " + depth(tree) + " arrays inside one another");
        String written = tree.toString();
        System.out.println(
                "written again, they are "
                        + (written.equals(json) ? "the same " : "other ")
                        + written.length()
                        + " characters");
    }

    private static int depth(JsonElement outermost) {
        int depth = 1;
        JsonArray array = outermost.getAsJsonArray();
        while (!array.isEmpty()) {
            array = array.get(0).getAsJsonArray();
            depth++;
        }
        return depth;
    }
}
