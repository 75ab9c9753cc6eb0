package dev.morestack.transformer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestEngine;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.util.Printer;

/** Class files that others have compiled: the JDK's, and libraries of the test class path. */
final class Corpus {

    private static List<ClassFile> sample;

    private Corpus() {}

    /** Returns java.util and all below it, ASM and parts of JUnit. */
    static synchronized List<ClassFile> sample() {
        if (sample == null) {
            List<ClassFile> all = new ArrayList<>();
            forEach(jdk("java.base/java/util"), all::add);
            for (Class<?> type :
                    List.of(
                            ClassReader.class,
                            ClassNode.class,
                            Printer.class,
                            Test.class,
                            TestEngine.class)) {
                forEachOfJar(type, all::add);
            }
            sample = List.copyOf(all);
        }
        return sample;
    }

    /** Returns a folder of the image of the running JDK; its modules are folders of the root. */
    static Path jdk(String path) {
        return FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules", path);
    }

    /** Returns a class file of the running JDK. */
    static ClassFile jdkClass(String module, String className) {
        return read(jdk(module + "/" + className + ".class"));
    }

    /** Passes on every class file in the folder and below. */
    static void forEach(Path folder, Consumer<ClassFile> action) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(path -> path.toString().endsWith(".class"))
                    .forEach(path -> action.accept(read(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forEachOfJar(Class<?> type, Consumer<ClassFile> action) {
        try {
            Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (FileSystem files = FileSystems.newFileSystem(jar)) {
                forEach(files.getPath("/"), action);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ClassFile read(Path path) {
        try {
            return new ClassFile(path.toString(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
