package dev.morestack.suites;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The folder that a suite's JVM runs in, laid out like the source tree that its tests expect: they
 * read {@code src/test/resources}, write to {@code target}, and take resources for files.
 *
 * @param folder the folder itself
 */
record Workspace(Path folder) {

    /** Returns a new one with the contents of a jar of tests. */
    static Workspace create(Path folder, TestJar jar) throws IOException {
        Workspace workspace = new Workspace(folder);
        delete(folder);
        Path resources = Files.createDirectories(folder.resolve("src").resolve("test"));
        Files.createDirectories(workspace.temporary());
        unpack(jar.path(), workspace.tests());
        Files.createSymbolicLink(resources.resolve("resources"), workspace.tests());
        return workspace;
    }

    /** Returns the folder of the suite's test classes. */
    Path tests() {
        return folder.resolve("target").resolve("test-classes");
    }

    Path temporary() {
        return folder.resolve("target").resolve("tmp");
    }

    Path reports() {
        return folder.resolve("reports");
    }

    /** Returns the file that the agent writes its counts to. */
    Path counts() {
        return folder.resolve("morestack.txt");
    }

    Path output() {
        return folder.resolve("out.txt");
    }

    /** Returns the file that is there after a crash of the JVM. */
    Path crash() {
        return folder.resolve("hs_err.txt");
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException(jar + " has an entry outside of itself: " + entry);
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path left, IOException failure)
                            throws IOException {
                        Files.delete(left);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
