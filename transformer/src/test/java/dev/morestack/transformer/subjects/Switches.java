package dev.morestack.transformer.subjects;

/** Switches where a method begins. */
final class Switches {

    static int first(int n) {
        return switch (n) {
            case 0 -> 0;
            case 1 -> first(0);
            default -> first(n - 2);
        };
    }

    static int behindBaseCase(int n) {
        if (n < 0) {
            return 0;
        }
        return switch (n) {
            case 10 -> behindBaseCase(5);
            case 10_000 -> 1;
            default -> behindBaseCase(n - 1);
        };
    }

    static int ofStrings(String word) {
        return switch (word) {
            case "more" -> ofStrings("stack");
            case "stack" -> 1;
            default -> 2;
        };
    }
}
