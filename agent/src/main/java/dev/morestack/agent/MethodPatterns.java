package dev.morestack.agent;

import dev.morestack.transformer.MethodSelection;
import java.util.ArrayList;
import java.util.List;

/** Patterns of methods: {@code class::method}, in which both may have {@code *} and {@code ?}. */
final class MethodPatterns implements MethodSelection {

    private final List<Patterns> classes = new ArrayList<>();
    private final List<Patterns> methods = new ArrayList<>();

    private MethodPatterns() {}

    /** Reads patterns separated by single colons. */
    static MethodSelection parse(String text, Option option) throws OptionException {
        if (text.isEmpty()) {
            return NONE;
        }
        MethodPatterns patterns = new MethodPatterns();
        for (String part : text.split("(?<!:):(?!:)")) {
            if (part.isEmpty()) {
                continue;
            }
            int colons = part.indexOf("::");
            if (colons < 1 || colons + 2 == part.length() || part.indexOf(':', colons + 2) >= 0) {
                throw option.refuse(part);
            }
            patterns.classes.add(Patterns.parse(part.substring(0, colons), option));
            patterns.methods.add(Patterns.parse(part.substring(colons + 2), option));
        }
        return patterns;
    }

    @Override
    public boolean contains(String className, String method) {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).match(className) && methods.get(i).match(method)) {
                return true;
            }
        }
        return false;
    }
}
