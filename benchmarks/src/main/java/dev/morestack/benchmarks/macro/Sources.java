package dev.morestack.benchmarks.macro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Real text: the JDK's own source files, which come with it. */
final class Sources {

    private Sources() {}

    /**
     * Returns the first source files of a package, without those of its subpackages, by name.
     *
     * @param folder such as {@code java.base/java/util/}
     */
    static Map<String, String> of(String folder, int most) throws IOException {
        Path zip = Path.of(System.getProperty("java.home"), "lib", "src.zip");
        Map<String, String> sources = new TreeMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            List<ZipEntry> entries = new ArrayList<>(Collections.list(file.entries()));
            entries.removeIf(entry -> !isSource(entry.getName(), folder));
            entries.sort((one, other) -> one.getName().compareTo(other.getName()));
            for (ZipEntry entry : entries.subList(0, Math.min(most, entries.size()))) {
                byte[] bytes = file.getInputStream(entry).readAllBytes();
                sources.put(
                        entry.getName().substring(folder.length()),
                        new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return sources;
    }

    private static boolean isSource(String name, String folder) {
        return name.startsWith(folder)
                && name.indexOf('/', folder.length()) < 0
                && name.endsWith(".java")
                && !name.endsWith("-info.java");
    }
}
