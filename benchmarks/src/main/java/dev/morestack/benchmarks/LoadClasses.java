package dev.morestack.benchmarks;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * The program whose loading of classes is measured: loads and initialises those that {@link
 * GeneratedClasses} wrote. Arguments: their folder, and how many there are.
 */
public final class LoadClasses {

    static final String OUTER = "Generated";
    static final String INNER = "Class";

    private LoadClasses() {}

    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        URL[] path = {Path.of(arguments[0]).toUri().toURL()};
        int count = Integer.parseInt(arguments[1]);
        try (URLClassLoader loader = new URLClassLoader(path)) {
            for (int i = 0; i < count; i++) {
                Class.forName(OUTER + i / 100 + "$" + INNER + i % 100, true, loader);
            }
        }
        System.out.println(count);
        Resident.printIfAsked();
    }
}
