package dev.morestack.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedClassesTest {

    @Test
    void thereAreAsManyAsAskedForAndTheyInitialise(@TempDir Path folder) throws Exception {
        GeneratedClasses.compile(folder, 200);
        URL[] path = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, null)) {
            assertEquals("Generated1$Class99", load(loader, "Generated1$Class99").getName());
            Class<?> first = load(loader, "Generated0$Class0");
            assertTrue(Comparable.class.isAssignableFrom(first));
            // One in ten has a static field beside the three of each.
            assertEquals(4, first.getDeclaredFields().length);
        }
    }

    @Test
    void aFolderIsDeletedWithWhatIsInIt(@TempDir Path folder) throws Exception {
        Path inner = Files.createDirectories(folder.resolve("outer/inner"));
        Files.writeString(inner.resolve("file"), "text");
        Folder.delete(folder.resolve("outer"));
        assertFalse(Files.exists(folder.resolve("outer")));
        assertTrue(Files.exists(folder));
    }

    private static Class<?> load(ClassLoader loader, String name) throws ClassNotFoundException {
        return Class.forName(name, true, loader);
    }
}
