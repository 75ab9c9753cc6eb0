package dev.morestack.benchmarks;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Loads 5,000 classes and initialises them. The argument is the folder in which they are. */
final class LoadClasses {

    static final int CLASSES = 5_000;

    private static final int CLASSES_OF_A_FILE = 500;

    private LoadClasses() {}

    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        URL[] path = {Path.of(arguments[0]).toUri().toURL()};
        int loaded = 0;
        try (URLClassLoader loader = new URLClassLoader(path)) {
            for (int number = 0; number < CLASSES; number++) {
                Class.forName("Class" + number, true, loader);
                loaded++;
            }
        }
        System.out.println("loaded " + loaded);
        Resident.printIfAsked();
    }

    /** Makes the classes: each has a few methods, one of which recurses. */
    static void make(Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of("-d", folder.toString(), "-nowarn"));
        for (int first = 0; first < CLASSES; first += CLASSES_OF_A_FILE) {
            StringBuilder source = new StringBuilder();
            for (int number = first; number < first + CLASSES_OF_A_FILE; number++) {
                source.append(source(number));
            }
            Path file = folder.resolve("Classes" + first + ".java");
            Files.writeString(file, source);
            command.add(file.toString());
        }
        int errors =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, command.toArray(String[]::new));
        if (errors != 0) {
            throw new IOException("javac: " + errors);
        }
    }

    private static String source(int number) {
        return """
        class Class# {
            static final java.util.List<String> NAMES = new java.util.ArrayList<>();
            static { NAMES.add("#"); }
            private int value = #;
            int value() { return value; }
            void set(int value) { this.value = value; NAMES.add(Integer.toString(value)); }
            int fold(int n) { return n == 0 ? value : n + fold(n - 1); }
            String describe(Object[] all) {
                StringBuilder text = new StringBuilder();
                for (Object one : all) {
                    if (one != null) { text.append(one.toString()).append(value()); }
                }
                return text.toString();
            }
            boolean isSame(Object other) {
                return other instanceof Class# same && same.value() == value && fold(value) > 0;
            }
        }
        """
                .replace("#", Integer.toString(number));
    }
}
