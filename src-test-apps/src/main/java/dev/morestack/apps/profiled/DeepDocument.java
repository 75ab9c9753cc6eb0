package dev.morestack.apps.profiled;

import dev.morestack.apps.Result;

/**
 * Parses a JSON document of nested arrays and objects. Arguments: how deep it is nested, and how
 * often it is parsed.
 */
public final class DeepDocument {

    private final String text;
    private int at;

    private DeepDocument(String text) {
        this.text = text;
    }

    public static void main(String[] args) {
        int depth = Integer.parseInt(args[0]);
        String text = "[{\"a\":".repeat(depth / 2) + "1" + "}]".repeat(depth / 2);
        long nodes = 0;
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            nodes += new DeepDocument(text).value();
        }
        Result.print("nodes", nodes);
    }

    private long value() {
        return switch (text.charAt(at)) {
            case '[' -> array();
            case '{' -> object();
            default -> number();
        };
    }

    private long array() {
        at++;
        long nodes = 1 + value();
        at++;
        return nodes;
    }

    private long object() {
        at = text.indexOf(':', at) + 1;
        long nodes = 1 + value();
        at++;
        return nodes;
    }

    private long number() {
        at++;
        return 1;
    }
}
