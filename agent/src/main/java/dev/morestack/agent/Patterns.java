package dev.morestack.agent;

import java.util.ArrayList;
import java.util.List;

/** Patterns of class names: {@code *} stands for any characters, dots too, {@code ?} for one. */
final class Patterns {

    private final List<String> patterns;

    private Patterns(List<String> patterns) {
        this.patterns = patterns;
    }

    static Patterns parse(String text, Option option) throws OptionException {
        List<String> patterns = new ArrayList<>();
        for (String pattern : text.split(":")) {
            if (pattern.isEmpty()) {
                continue;
            }
            if (!isPattern(pattern)) {
                throw option.refuse(pattern);
            }
            patterns.add(pattern.replace('/', '.'));
        }
        return new Patterns(patterns);
    }

    private static boolean isPattern(String text) {
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            boolean isOfName =
                    Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
            if (!isOfName && "./*?-".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether any of the patterns matches the binary name. */
    boolean match(String className) {
        for (int i = 0; i < patterns.size(); i++) {
            if (matches(patterns.get(i), className)) {
                return true;
            }
        }
        return false;
    }

    /** Goes back to the last star at a mismatch: linear memory, and quadratic time at worst. */
    private static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length()
                    && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
