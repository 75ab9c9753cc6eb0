package dev.morestack.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Writes and compiles the classes that a benchmark loads: such as a program of many has them. */
final class GeneratedClasses {

    /** Classes in one source file. */
    private static final int BATCH = 100;

    /** One class in so many has a static initialiser that makes calls. */
    private static final int WITH_INITIALISER = 10;

    private static final String INITIALISER =
            """
            static final java.util.List<String> NAMES = new java.util.ArrayList<>();
            static { NAMES.add("a"); NAMES.add(String.valueOf(1)); }
            """;

    private static final String CLASS =
            """
            static class TYPE implements Comparable<Object> {
                private final String name;
                private int size;
                private Object next;
                TYPE(String name) { this.name = java.util.Objects.requireNonNull(name); }
                String name() { return name; }
                int size() { return size; }
                int depth() { return next == null ? 0 : 1 + next.hashCode(); }
                void grow(int by) {
                    for (int i = 0; i < by; i++) size = Math.addExact(size, i);
                }
                Object find(java.util.Map<String, Object> all, String key) {
                    if (key == null) return null;
                    try {
                        Object found = all.get(key.trim());
                        return found == null ? next : found;
                    } catch (RuntimeException e) {
                        throw new IllegalStateException(key, e);
                    }
                }
                int kind(int n) {
                    switch (n) {
                        case 0: return size();
                        case 1: return depth();
                        case 2: return name.length();
                        default: return kind(n - 1);
                    }
                }
                public int compareTo(Object other) {
                    return name.compareTo(String.valueOf(other));
                }
                @Override public boolean equals(Object other) {
                    return other instanceof TYPE && compareTo(other) == 0;
                }
                @Override public int hashCode() { return 31 * name.hashCode() + depth(); }
                @Override public String toString() {
                    return name.concat(Integer.toString(size));
                }
            """;

    private GeneratedClasses() {}

    /**
     * Compiles classes into a folder.
     *
     * @param count how many; a multiple of 100
     */
    static void compile(Path folder, int count) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
        for (int batch = 0; batch * BATCH < count; batch++) {
            Path source = folder.resolve(LoadClasses.OUTER + batch + ".java");
            Files.writeString(source, source(batch));
            arguments.add(source.toString());
        }
        String[] given = arguments.toArray(new String[0]);
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, given) != 0) {
            throw new IOException("could not compile the classes to load");
        }
    }

    private static String source(int batch) {
        StringBuilder source = new StringBuilder("class " + LoadClasses.OUTER + batch + " {\n");
        for (int i = 0; i < BATCH; i++) {
            String initialiser = i % WITH_INITIALISER == 0 ? INITIALISER : "";
            source.append(CLASS.replace("TYPE", LoadClasses.INNER + i))
                    .append(initialiser)
                    .append("}\n");
        }
        return source.append("}\n").toString();
    }
}
