package dev.morestack.examples.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Case 4: {@code java.util.regex} matches a long text against an alternation in a loop.
 *
 * <p>{@code (?:a|b)*} looks harmless, and costs a few frames for every character of the text: the
 * matcher remembers on the stack where it could still take the other branch. The code that recurses
 * belongs to the JDK.
 */
final class RegexAlternation {

    static final int DEPTH = 100_000;

    private static final Pattern LETTERS = Pattern.compile("(?:a|b)*");

    private RegexAlternation() {}

    public static void main(String[] arguments) {
        Matcher matcher = LETTERS.matcher(text(Depth.of(arguments, DEPTH)));
        boolean matches = matcher.matches();
        System.out.println(matches ? matcher.end() + " characters match" : "no match");
    }

    static String text(int depth) {
        return "ab".repeat(depth / 2);
    }
}
