package dev.morestack.benchmarks.macro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Real text: the JDK's own source files, which come with it. */
final class Sources {

    private static final String MODULE = "java.base/";

    private Sources() {}

    /**
     * Returns as many source files of packages, without those of their subpackages, in the order of
     * the packages and their names.
     *
     * @param packages such as {@code java/util}, of {@code java.base}
     * @return the texts by their paths within the module
     */
    static Map<String, String> of(int number, String... packages) throws IOException {
        Path zip = Path.of(System.getProperty("java.home"), "lib", "src.zip");
        Map<String, String> sources = new LinkedHashMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (String name : packages) {
                String folder = MODULE + name + "/";
                List<ZipEntry> entries = new ArrayList<>(Collections.list(file.entries()));
                entries.removeIf(entry -> !isSource(entry.getName(), folder));
                entries.sort((one, other) -> one.getName().compareTo(other.getName()));
                for (ZipEntry entry : entries) {
                    if (sources.size() < number) {
                        byte[] bytes = file.getInputStream(entry).readAllBytes();
                        sources.put(
                                entry.getName().substring(MODULE.length()),
                                new String(bytes, StandardCharsets.UTF_8));
                    }
                }
            }
        }
        if (sources.size() < number) {
            throw new IOException(sources.size() + " files instead of " + number);
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
