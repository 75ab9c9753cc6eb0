package dev.morestack.transformer;

import java.util.List;

/** The classes of {@code dev.morestack.transformer.subjects}. */
final class Subject {

    /** All that have code, by simple binary name. */
    static final List<String> NAMES =
            List.of(
                    "Fibonacci",
                    "BaseCases",
                    "Loops",
                    "Guarded",
                    "Switches",
                    "Construction",
                    "Construction$Derived",
                    "Initialised",
                    "Worker",
                    "Worker$Looping",
                    "Functional",
                    "Leaves",
                    "Shape",
                    "Shape$Unit",
                    "Locked");

    private Subject() {}

    /** Returns the class file of a subject. */
    static ClassFile file(String name) {
        try {
            return ClassFile.of(
                    Class.forName(
                            "dev.morestack.transformer.subjects." + name,
                            false,
                            Subject.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
